package pl.dziennik.synergia;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.dziennik.testkit.TestIdentity.Realm;
import pl.dziennik.testkit.TestTokens;
import pl.dziennik.testkit.TokenAttacks;

/** Who may not: strangers, wrong clients, wrong bodies at what linking-sync and schools call. */
@SynergiaTest
class LinkingRightsIT {
  private GradebookFixture book;

  @BeforeEach
  void aSchool() {
    book = GradebookFixture.ready();
  }

  @Test
  void theTicketIsForTheLinkingClientAndThatClientOpensNothingElse() {
    Map<String, Object> body = Map.of("linkId", UUID.randomUUID(), "accountId", UUID.randomUUID());

    assertRefused(book.asGuardian().body(body).post("/internal/v1/grant-tickets"), 403);
    assertRefused(LinkFixture.asLinkingSync().body(body).post("/internal/v1/grant-tickets"), 403);
    for (String path :
        List.of("/synergia/v1/me", "/synergia/v1/regulations/current", "/synergia/v1/pupils")) {
      assertRefused(LinkFixture.asSigningIn(book, book.a().guardianAccount()).get(path), 403);
    }
    TokenAttacks.against(
            Realm.SYNERGIA, () -> LinkFixture.signingIn(book, book.a().guardianAccount()))
        .forEach(
            (name, header) ->
                assertThat(
                        given()
                            .header("Authorization", header)
                            .contentType(ContentType.JSON)
                            .body(body)
                            .post("/internal/v1/grant-tickets")
                            .statusCode())
                    .as(name)
                    .isEqualTo(401));
  }

  @Test
  void theTicketNamesThePupilsOfTheAccountAndNobodyElses() {
    Response own =
        LinkFixture.asSigningIn(book, book.a().guardianAccount())
            .body(Map.of("linkId", UUID.randomUUID(), "accountId", UUID.randomUUID()))
            .post("/internal/v1/grant-tickets");

    own.then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("pupils.id", equalTo(List.of(book.a().pupil().toString())))
        .body("pupils[0].firstName", equalTo("Zosia"))
        .body("pupils[0].className", equalTo("4a"))
        .body("displayName", equalTo("Anna Łęcka"))
        .body("schoolName", equalTo("Szkoła nr 1"))
        .body("categories", hasItem("GRADES"));
    LinkFixture.asSigningIn(book, book.a().teacherAccount())
        .body(Map.of("linkId", UUID.randomUUID(), "accountId", UUID.randomUUID()))
        .post("/internal/v1/grant-tickets")
        .then()
        .statusCode(409)
        .body("code", equalTo("nothing-to-link"));
  }

  @Test
  void withoutAcceptedRegulationsThereIsNoTicket() {
    book.school()
        .asAdministrator()
        .body(Map.of("text", "Regulamin szkoły. Nowa wersja."))
        .post("/synergia/v1/regulations")
        .then()
        .statusCode(201);

    LinkFixture.asSigningIn(book, book.a().guardianAccount())
        .body(Map.of("linkId", UUID.randomUUID(), "accountId", UUID.randomUUID()))
        .post("/internal/v1/grant-tickets")
        .then()
        .statusCode(409)
        .body("code", equalTo("regulations-not-accepted"));
  }

  @Test
  void theRegistersAreForLinkingSyncAlone() {
    String path = "/internal/v1/schools/" + book.school().id();
    Map<String, Object> ended = Map.of("state", "ENDED", "epoch", 0);
    for (RequestSpecification stranger :
        List.of(
            book.asGuardian(),
            book.school().asAdministrator(),
            SchoolFixture.asOperator(),
            LinkFixture.asSigningIn(book, book.a().guardianAccount()))) {
      assertRefused(stranger.body(ended).put(path + "/grants/" + UUID.randomUUID()), 403);
      assertRefused(stranger.get(path + "/reconciliation/grants"), 403);
      assertRefused(stranger.body(Map.of("known", 1, "above", 1)).put(path + "/epoch"), 403);
      assertRefused(stranger.get("/internal/v1/schools"), 403);
    }
    TokenAttacks.against(
            Realm.SYNERGIA,
            () -> TestTokens.service(Realm.SYNERGIA, "svc-linking-sync", "synergia-service"))
        .forEach(
            (name, header) ->
                assertThat(
                        given()
                            .header("Authorization", header)
                            .get(path + "/reconciliation/documents")
                            .statusCode())
                    .as(name)
                    .isEqualTo(401));
    assertThat(given().get(path + "/reconciliation/documents").statusCode()).isEqualTo(401);
    assertThat(given().get("/internal/v1/schools").statusCode()).isEqualTo(401);
    assertThat(given().put(path + "/epoch").statusCode()).isEqualTo(401);
    assertRefused(LinkFixture.asLinkingSync().get("/synergia/v1/me"), 403);
  }

  @Test
  void badRegisterBodiesNameTheirFieldAndStoreNothing() {
    String path = "/internal/v1/schools/" + book.school().id();
    String scope = path + "/scopes/PUPIL:" + book.a().pupil() + "/GRADES";
    bad(Map.of("state", "MAYBE", "epoch", 1), path + "/grants/" + UUID.randomUUID(), 400);
    bad(Map.of("epoch", 1), path + "/grants/" + UUID.randomUUID(), 400);
    bad(Map.of("heldPeriods", List.of()), scope, 400);
    bad(Map.of("known", -1, "above", 0), path + "/epoch", 400);
    bad(
        Map.of("known", 1, "above", 0),
        "/internal/v1/schools/" + UUID.randomUUID() + "/epoch",
        404);
    bad(generation(0, List.of()), scope, 400);
    bad(generation(1, List.of("drop table")), scope, 400);
    bad(generation(1, List.of()), path + "/scopes/NOBODY:x/GRADES", 400);
    bad(generation(1, List.of()), path + "/scopes/PUPIL:" + book.a().pupil() + "/WEATHER", 404);
    bad(
        generation(1, List.of()),
        "/internal/v1/schools/"
            + UUID.randomUUID()
            + "/scopes/PUPIL:"
            + book.a().pupil()
            + "/GRADES",
        404);

    LinkFixture.asLinkingSync()
        .get(path + "/reconciliation/scopes")
        .then()
        .statusCode(200)
        .body("size()", equalTo(0));
  }

  @Test
  void theSharingPolicyIsTheAdministratorsAndAccessIsNotBlockable() {
    for (RequestSpecification stranger :
        List.of(book.asGuardian(), book.asTeacher(), book.asPupil())) {
      assertRefused(stranger.get("/synergia/v1/sharing-policy"), 403);
      assertRefused(
          stranger
              .header("If-Match", "\"b\"")
              .body(Map.of("blockedCategories", List.of("GRADES")))
              .put("/synergia/v1/sharing-policy"),
          403);
    }
    RequestSpecification admin = book.school().asAdministrator();
    admin
        .body(Map.of("blockedCategories", List.of("ACCESS")))
        .header("If-Match", "\"b\"")
        .put("/synergia/v1/sharing-policy")
        .then()
        .statusCode(422)
        .body("errors.field", hasItem("blockedCategories"));
    book.school()
        .asAdministrator()
        .body(Map.of("blockedCategories", List.of("GRADES")))
        .put("/synergia/v1/sharing-policy")
        .then()
        .statusCode(428);
  }

  @Test
  void statusAndClassChangeAreTheSchoolsAndOfThisSchoolOnly() {
    GradebookFixture other = GradebookFixture.ready();
    String status = "/synergia/v1/school-accounts/" + book.a().guardianAccount() + "/status";
    String move = "/synergia/v1/pupils/" + book.a().pupil() + "/class-changes";
    Map<String, Object> off = Map.of("enabled", false);
    Map<String, Object> to = Map.of("classId", book.b().classId());

    assertRefused(book.asTeacher().body(off).put(status), 403);
    assertRefused(book.asGuardian().body(to).post(move), 403);
    assertRefused(
        other.school().asAdministrator().header("If-Match", "\"1\"").body(off).put(status), 404);
    assertRefused(other.school().asAdministrator().get(status), 404);
    assertRefused(other.school().asAdministrator().body(to).post(move), 404);
    book.school()
        .asAdministrator()
        .body(Map.of("classId", other.a().classId()))
        .post(move)
        .then()
        .statusCode(422)
        .body("errors.field", hasItem("classId"));
    book.school()
        .asAdministrator()
        .body(Map.of("classId", book.a().classId()))
        .post(move)
        .then()
        .statusCode(422)
        .body("code", equalTo("already-in-class"));
    book.school()
        .asAdministrator()
        .header("If-Match", "\"1\"")
        .body(off)
        .put("/synergia/v1/school-accounts/" + book.school().administratorAccount() + "/status")
        .then()
        .statusCode(409)
        .body("code", equalTo("own-account"));
    book.asGuardian().get("/synergia/v1/me").then().statusCode(200);
  }

  private static Map<String, Object> generation(long number, List<String> held) {
    return Map.of("generation", Map.of("epoch", 1, "number", number), "heldPeriods", held);
  }

  private static void bad(Map<String, Object> body, String path, int status) {
    assertRefused(LinkFixture.asLinkingSync().body(body).put(path), status);
  }

  private static void assertRefused(Response answer, int status) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.jsonPath().getString("code")).isNotBlank();
  }
}
