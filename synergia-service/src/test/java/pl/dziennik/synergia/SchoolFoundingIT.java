package pl.dziennik.synergia;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.dziennik.testkit.TestIdentity.Realm;
import pl.dziennik.testkit.TestPostgres;
import pl.dziennik.testkit.TestTokens;
import pl.dziennik.testkit.TokenAttacks;

@SynergiaTest
class SchoolFoundingIT {
  private static final String SCHOOLS = "/synergia/v1/schools";

  @Test
  void anOperatorFoundsASchoolWithItsFirstAdministrator() {
    SchoolFixture school = SchoolFixture.founded();

    school
        .asAdministrator()
        .get("/synergia/v1/me")
        .then()
        .statusCode(200)
        .body("roles", hasItem("ADMINISTRATOR"))
        .body("lastName", equalTo("Źdźbło"));
  }

  @Test
  void everyWrongTokenIsA401Problem() {
    TokenAttacks.against(Realm.SYNERGIA, () -> TestTokens.person(Realm.SYNERGIA).roles("OPERATOR"))
        .forEach(
            (what, header) ->
                given()
                    .header("Authorization", header)
                    .contentType("application/json")
                    .body(SchoolFixture.request("Szkoła"))
                    .post(SCHOOLS)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("code", equalTo("invalid-token")));
    given().get("/synergia/v1/me").then().statusCode(401).body("code", equalTo("unauthenticated"));
  }

  @Test
  void aServicesTokenOpensNothingForPersons() {
    SchoolFixture.as(
            TestTokens.service(Realm.SYNERGIA, "svc-linking-sync", "synergia-service")
                .roles("OPERATOR"))
        .body(SchoolFixture.request("Szkoła"))
        .post(SCHOOLS)
        .then()
        .statusCode(403)
        .body("code", equalTo("wrong-client"));
  }

  @Test
  void theLinkingTokenOpensNothingElse() {
    SchoolFixture school = SchoolFixture.founded();
    SchoolFixture.as(
            TestTokens.person(Realm.SYNERGIA)
                .azp("family-linking")
                .subject(FakeIdentity.subjectOf(school.administratorAccount()))
                .school(school.id()))
        .get("/synergia/v1/me")
        .then()
        .statusCode(403)
        .body("code", equalTo("wrong-client"));
  }

  @Test
  void theRoleWithoutTheRowIsNotEnough() {
    SchoolFixture.as(TestTokens.person(Realm.SYNERGIA).roles("OPERATOR"))
        .body(SchoolFixture.request("Szkoła"))
        .post(SCHOOLS)
        .then()
        .statusCode(403);
  }

  @Test
  void theSchoolsAdministratorFoundsNone() {
    SchoolFixture.founded()
        .asAdministrator()
        .body(SchoolFixture.request("Druga"))
        .post(SCHOOLS)
        .then()
        .statusCode(403);
  }

  @Test
  void aRepeatAnswersTheSameAndFoundsNoSecond() throws SQLException {
    String key = UUID.randomUUID().toString();
    Response first = withKey(key, "Szkoła z kluczem " + key);
    Response second = withKey(key, "Szkoła z kluczem " + key);

    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.jsonPath().getString("id")).isEqualTo(first.jsonPath().getString("id"));
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(schoolsNamed("Szkoła z kluczem " + key)).isEqualTo(1);
    withKey(key, "Inna").then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
  }

  @Test
  void badInputNamesTheFieldAndLeavesNothing() throws SQLException {
    String name = "Zła " + UUID.randomUUID();
    SchoolFixture.asOperator()
        .body(Map.of("name", name, "town", ""))
        .post(SCHOOLS)
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-request"))
        .body("errors.field", hasItem("town"))
        .body("errors.field", hasItem("administrator"));
    refusedWith("{\"name\":\"" + name + "\\u0000\"}", "nul-character");
    refusedWith("not json", "malformed-json");
    refusedWith("{\"name\": {\"deep\": 1}}", "invalid-request");
    assertThat(schoolsNamed(name)).isZero();
  }

  @Test
  void aDateThatNobodyMeansIsABadRequest() {
    SchoolFixture school = SchoolFixture.founded();
    yearBeginning(school, "2026-02-30").body("errors.field", hasItem("startsOn"));
    yearBeginning(school, "yesterday").body("errors.field", hasItem("startsOn"));
    yearBeginning(school, "-999999999-01-01").body("code", equalTo("value-out-of-range"));
  }

  private static io.restassured.response.ValidatableResponse yearBeginning(
      SchoolFixture school, String date) {
    return school
        .asAdministrator()
        .body(
            Map.of(
                "label", "2030/31",
                "startsOn", date,
                "secondTermStartsOn", "2031-02-01",
                "endsOn", "2031-06-25"))
        .post("/synergia/v1/school-years")
        .then()
        .statusCode(400);
  }

  @Test
  void aParameterThatCannotBeReadIsA400ButAPathIsA404() {
    SchoolFixture school = SchoolFixture.founded();
    school
        .asAdministrator()
        .get("/synergia/v1/pupils?classId=abc")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-parameter"));
    school
        .asAdministrator()
        .get("/synergia/v1/account-batches/abc")
        .then()
        .statusCode(404)
        .body("code", equalTo("not-found"));
  }

  @Test
  void aMegabyteOfTextIsRefused() {
    SchoolFixture.asOperator()
        .body(SchoolFixture.request("x".repeat(1_100_000)))
        .post(SCHOOLS)
        .then()
        .statusCode(413)
        .body("code", equalTo("too-large"));
  }

  private static void refusedWith(String body, String code) {
    SchoolFixture.asOperator()
        .body(body)
        .post(SCHOOLS)
        .then()
        .statusCode(400)
        .body("code", equalTo(code));
  }

  private static Response withKey(String key, String name) {
    return SchoolFixture.asOperator()
        .header("Idempotency-Key", "\"" + key + "\"")
        .body(SchoolFixture.request(name))
        .post(SCHOOLS);
  }

  private static int schoolsNamed(String name) throws SQLException {
    try (Connection owner = TestPostgres.shared().database("synergia").asOwner();
        var select = owner.prepareStatement("select count(*) from schools where name like ?")) {
      select.setString(1, name + "%");
      try (ResultSet r = select.executeQuery()) {
        r.next();
        return r.getInt(1);
      }
    }
  }
}
