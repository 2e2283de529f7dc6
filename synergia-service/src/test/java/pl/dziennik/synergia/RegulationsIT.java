package pl.dziennik.synergia;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@SynergiaTest
class RegulationsIT {

  @Test
  void nothingElseAnswersUntilTheRegulationsAreAccepted() {
    SchoolFixture school = SchoolFixture.founded();
    publish(school, "Regulamin dziennika, wersja pierwsza.");

    for (String path :
        List.of(
            "/school-years",
            "/classes",
            "/pupils",
            "/audit",
            "/account-batches/" + UUID.randomUUID())) {
      school
          .asAdministrator()
          .get("/synergia/v1" + path)
          .then()
          .statusCode(403)
          .body("code", equalTo("regulations-not-accepted"));
    }
    school
        .asAdministrator()
        .get("/synergia/v1/me")
        .then()
        .statusCode(200)
        .body("regulationsAccepted", equalTo(false));
    accept(school, 1, 204);
    school.asAdministrator().get("/synergia/v1/classes").then().statusCode(200);
  }

  @Test
  void aNewVersionMustBeAcceptedAnew() {
    SchoolFixture school = SchoolFixture.founded();
    publish(school, "Pierwsza.");
    accept(school, 1, 204);
    publish(school, "Druga.");

    school.asAdministrator().get("/synergia/v1/classes").then().statusCode(403);
    accept(school, 1, 409);
    accept(school, 2, 204);
    accept(school, 2, 204);
    school.asAdministrator().get("/synergia/v1/classes").then().statusCode(200);
  }

  @Test
  void everybodyMayReadASchoolsRegulationsAndNothingMore() {
    SchoolFixture school = SchoolFixture.founded();
    given().get("/school/" + school.id() + "/regulations").then().statusCode(404);
    publish(school, "Rodzic <b>czyta</b> regulamin.");

    given()
        .get("/school/" + school.id() + "/regulations")
        .then()
        .statusCode(200)
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .body(containsString("&lt;b&gt;czyta&lt;/b&gt;"));
    given().get("/school/" + UUID.randomUUID() + "/regulations").then().statusCode(404);
  }

  @Test
  void theAddressOnTheSlipOpensWithoutAnything() {
    String page = given().get("/school").then().statusCode(200).extract().asString();
    assertThat(page).contains("Zaloguj się", "Nie pamiętam hasła", "sekretariat");
  }

  @Test
  void anotherSchoolsAccountIsNobodyHere() {
    SchoolFixture mine = SchoolFixture.founded();
    SchoolFixture other = SchoolFixture.founded();
    new SchoolFixture(other.id(), mine.administratorAccount())
        .asAdministrator()
        .get("/synergia/v1/me")
        .then()
        .statusCode(403)
        .body("code", equalTo("no-account"));
  }

  private static void publish(SchoolFixture school, String text) {
    school
        .asAdministrator()
        .body(Map.of("text", text))
        .post("/synergia/v1/regulations")
        .then()
        .statusCode(201);
  }

  private static void accept(SchoolFixture school, int version, int status) {
    school
        .asAdministrator()
        .body(Map.of("version", version))
        .post("/synergia/v1/me/regulations-acceptances")
        .then()
        .statusCode(status);
  }
}
