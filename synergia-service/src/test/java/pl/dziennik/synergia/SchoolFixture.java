package pl.dziennik.synergia;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import pl.dziennik.testkit.Patience;
import pl.dziennik.testkit.TestIdentity;
import pl.dziennik.testkit.TestIdentity.Realm;
import pl.dziennik.testkit.TestPostgres;
import pl.dziennik.testkit.TestTokens;

/** A school founded over HTTP, with its administrator ready to act. */
record SchoolFixture(UUID id, UUID administratorAccount) {
  private static final UUID OPERATOR = UUID.fromString("00000000-0000-4000-8000-00000000000a");

  static RequestSpecification asOperator() {
    try (Connection owner = TestPostgres.shared().database("synergia").asOwner();
        PreparedStatement insert =
            owner.prepareStatement("insert into operators values (?, ?) on conflict do nothing")) {
      insert.setString(1, TestIdentity.issuer("synergia"));
      insert.setString(2, OPERATOR.toString());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return as(TestTokens.person(Realm.SYNERGIA).subject(OPERATOR).roles("OPERATOR"));
  }

  static RequestSpecification as(TestTokens token) {
    return given().header("Authorization", "Bearer " + token.token()).contentType(ContentType.JSON);
  }

  static Map<String, Object> request(String name) {
    return Map.of(
        "name",
        name,
        "town",
        "Łódź",
        "reissueContact",
        "sekretariat, pokój 12",
        "administrator",
        Map.of("firstName", "Łucja", "lastName", "Źdźbło"));
  }

  static SchoolFixture founded() {
    Response answer = asOperator().body(request("Szkoła nr 1")).post("/synergia/v1/schools");
    answer.then().statusCode(201);
    SchoolFixture school =
        new SchoolFixture(
            answer.jsonPath().getUUID("id"), answer.jsonPath().getUUID("administrator.accountId"));
    Patience.until(() -> school.asAdministrator().get("/synergia/v1/me").statusCode() == 200);
    return school;
  }

  RequestSpecification asAdministrator() {
    return asAccount(administratorAccount, "STAFF");
  }

  RequestSpecification asAccount(UUID accountId, String role) {
    return as(
        TestTokens.person(Realm.SYNERGIA)
            .subject(FakeIdentity.subjectOf(accountId))
            .school(id)
            .roles(role));
  }

  UUID schoolClass(String name) {
    Response years = asAdministrator().get("/synergia/v1/school-years");
    List<String> existing = years.jsonPath().getList("items.id");
    UUID year =
        existing.isEmpty()
            ? created(
                "/synergia/v1/school-years",
                Map.of(
                    "label", "2026/27",
                    "startsOn", "2026-09-01",
                    "secondTermStartsOn", "2027-02-01",
                    "endsOn", "2027-06-25"))
            : UUID.fromString(existing.getFirst());
    return created("/synergia/v1/classes", Map.of("schoolYearId", year, "name", name, "level", 4));
  }

  UUID pupil(UUID classId, String firstName, String lastName) {
    return created(
        "/synergia/v1/pupils",
        Map.of(
            "classId", classId,
            "firstName", firstName,
            "lastName", lastName,
            "birthDate", "2016-03-04",
            "guardians", List.of(Map.of("firstName", "Anna", "lastName", lastName))));
  }

  /** Issues accounts to a class and waits until Keycloak has them all. */
  Response batch(UUID classId) {
    UUID batch = created("/synergia/v1/account-batches", Map.of("classId", classId));
    Patience.until(() -> read(batch).jsonPath().getString("status").equals("READY"));
    return read(batch);
  }

  private Response read(UUID batch) {
    return asAdministrator().get("/synergia/v1/account-batches/" + batch);
  }

  UUID created(String path, Map<String, Object> body) {
    Response answer = asAdministrator().body(body).post(path);
    answer.then().statusCode(org.hamcrest.Matchers.in(List.of(201, 202)));
    return answer.jsonPath().getUUID("id");
  }
}
