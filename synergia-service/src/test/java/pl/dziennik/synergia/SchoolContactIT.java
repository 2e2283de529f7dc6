package pl.dziennik.synergia;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SynergiaTest
class SchoolContactIT {

  @Test
  void whoCannotSignInLearnsWhereANewSlipIsIssuedAndNothingMore() {
    SchoolFixture school = SchoolFixture.founded();

    Map<String, Object> told =
        given()
            .get("/synergia/v1/school-contacts/" + codeOf(school))
            .then()
            .statusCode(200)
            .extract()
            .as(Map.class);

    assertThat(told)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "name", "Szkoła nr 1", "town", "Łódź", "reissueContact", "sekretariat, pokój 12"));
  }

  @Test
  void everySchoolHasACodeOfItsOwn() {
    assertThat(codeOf(SchoolFixture.founded())).isNotEqualTo(codeOf(SchoolFixture.founded()));
  }

  @Test
  void aCodeThatIsNoSchoolsIsNotFound() {
    for (String code : List.of("9999999", "0", "-1", "99999999999", "abc")) {
      given()
          .get("/synergia/v1/school-contacts/" + code)
          .then()
          .statusCode(404)
          .contentType("application/problem+json");
    }
  }

  static int codeOf(SchoolFixture school) {
    return school.asAdministrator().get("/synergia/v1/me").jsonPath().getInt("school.code");
  }
}
