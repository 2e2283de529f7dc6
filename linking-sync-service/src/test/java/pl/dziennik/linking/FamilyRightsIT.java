package pl.dziennik.linking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.dziennik.testkit.TestIdentity.Realm;
import pl.dziennik.testkit.TestTokens;
import pl.dziennik.testkit.TokenAttacks;

/** Sync rule 17: every read starts from an active link and its own ACCESS document. */
@LinkingTest
class FamilyRightsIT {
  private static final String GRADES = "/grades";
  private static final String ATTENDANCE = "/attendance?from=2026-11&to=2026-11";
  private static final String TIMETABLE = "/timetable?from=2026-11-23&to=2026-11-29";
  private static final String TIMELINE = "/timeline";
  private static final String CANARY = "Kanarek";

  @Inject io.agroal.api.AgroalDataSource dataSource;

  private FamilyWorld family;
  private UUID link = UUID.randomUUID();

  @BeforeEach
  void aLinkedChildWithDocuments() {
    family = new FamilyWorld(dataSource);
    link = family.linked();
    String item =
        FamilyWorld.item(
            "2026-11-24T09:00:00Z", "\"date\":\"2026-11-24\",\"x\":\"" + CANARY + "\"");
    family.grades(family.zosia, FamilyWorld.TERM, item);
    family.attendance(family.zosia, "2026-11", item);
    family.timetable(family.classId, "2026-W48", item);
  }

  @ParameterizedTest
  @ValueSource(strings = {GRADES, ATTENDANCE, TIMETABLE, TIMELINE})
  void theParentReads(String path) {
    family.read(path).statusCode(200).body(containsString(CANARY));
  }

  @ParameterizedTest
  @ValueSource(strings = {GRADES, ATTENDANCE, TIMETABLE, TIMELINE})
  void anotherAccountGetsNothing(String path) {
    refused(UUID.randomUUID(), path, 404, "not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {GRADES, ATTENDANCE, TIMETABLE, TIMELINE})
  void anotherChildOfTheClassIsNotMine(String path) {
    FamilyWorld others = new FamilyWorld(dataSource);
    UUID other = UUID.randomUUID();
    family.consent(others.parent, others.schoolAccount, Map.of(other, "Staś"));
    family.access(others.schoolAccount, true, other);

    refused(others.parent, path, 404, "not-found");
    family.read(family.parent, "/" + other + path).statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {GRADES, ATTENDANCE, TIMETABLE, TIMELINE})
  void theSamePupilIdAtAnotherSchoolOpensNothingHere(String path) {
    UUID elsewhere = UUID.randomUUID();
    UUID stranger = UUID.randomUUID();
    UUID account = UUID.randomUUID();
    family.consent(elsewhere, stranger, account, Map.of(family.zosia, "Zosia"));
    family.access(elsewhere, account, true, "", family.zosia);

    family
        .read(stranger, "/" + family.zosia + path)
        .statusCode(200)
        .body(not(containsString(CANARY)));
  }

  @ParameterizedTest
  @ValueSource(strings = {GRADES, ATTENDANCE, TIMETABLE, TIMELINE})
  void aLinkThatEndedOpensNothing(String path) {
    UUID second = secondParent();
    family.end(link);

    refused(family.parent, path, 404, "not-found");
    family.read(second, "/" + family.zosia + path).statusCode(200).body(containsString(CANARY));
  }

  @ParameterizedTest
  @ValueSource(strings = {GRADES, ATTENDANCE, TIMETABLE, TIMELINE})
  void aCopyKeptForAnotherLinkGivesNoRight(String path) {
    UUID second = secondParent();
    family.access(family.schoolAccount, true);

    refused(family.parent, path, 404, "not-found");
    family.read(second, "/" + family.zosia + path).statusCode(200).body(containsString(CANARY));
  }

  @ParameterizedTest
  @ValueSource(strings = {GRADES, ATTENDANCE, TIMETABLE, TIMELINE})
  void aPupilOfTheSchoolAccountThatTheTicketDoesNotNameIsNotRead(String path) {
    UUID added = UUID.randomUUID();
    family.access(family.schoolAccount, true, family.zosia, added);

    family.read(family.parent, "/" + added + path).statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {GRADES, ATTENDANCE, TIMETABLE, TIMELINE})
  void aLinkThatIsNotActiveYetOpensNothing(String path) {
    for (String status : List.of("AWAITING_GUARDIAN", "REVOKED", "EXPIRED", "CANCELLED")) {
      family.update("update links set status = ? where id = ?", status, link);
      refused(family.parent, path, 404, "not-found");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {GRADES, ATTENDANCE, TIMETABLE, TIMELINE})
  void aBlockedSchoolAccountSuspends(String path) {
    secondParent();
    family.access(family.schoolAccount, false);

    refused(family.parent, path, 409, "link-suspended");
    family.read(path).body("reason", equalTo("SCHOOL_ACCOUNT_BLOCKED"));
    family.access(family.schoolAccount, true, family.zosia);
    family.read(path).statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {GRADES, ATTENDANCE, TIMETABLE, TIMELINE})
  void aConsentThatIsDueSuspends(String path) {
    family.update("update links set status = 'SUSPENDED' where id = ?", link);

    refused(family.parent, path, 409, "link-suspended");
    family.read(path).body("reason", equalTo("CONSENT_RENEWAL_DUE"));
  }

  @AfterEach
  void synergiaAnswersAgain() {
    StubSynergia.ANSWER.set(0);
  }

  @Test
  void aBlockedCategoryIsRefusedAndTheOthersAreNot() {
    secondParent();
    family.access(family.schoolAccount, true, "\"GRADES\",\"TIMETABLE\"", family.zosia);

    refused(family.parent, GRADES, 409, "blocked-by-school");
    family.read(GRADES).body("category", equalTo("GRADES"));
    refused(family.parent, TIMETABLE, 409, "blocked-by-school");
    family.read(ATTENDANCE).statusCode(200).body(containsString(CANARY));
    family.read(TIMELINE).statusCode(200).body("items.category", equalTo(List.of("ATTENDANCE")));
  }

  @ParameterizedTest
  @ValueSource(strings = {GRADES, ATTENDANCE, TIMETABLE, TIMELINE, ""})
  void aRestoredCopyServesNothing(String path) {
    family.quarantined();
    String address = path.isEmpty() ? "" : "/" + family.zosia + path;

    family
        .read(family.parent, address)
        .statusCode(503)
        .header("Retry-After", equalTo("30"))
        .body("code", equalTo("restoring"))
        .body(not(containsString(CANARY)));
    family.update(
        "update school_epochs set quarantined = false where school_id = ?", family.school);
    family.read(family.parent, address).statusCode(200);
  }

  @Test
  void ofTwoLinksTheOneThatGivesARightSpeaks() {
    UUID other = UUID.randomUUID();
    UUID second = family.consent(family.parent, other, Map.of(family.zosia, "Zosia"));
    family.access(other, true, family.zosia);
    family.read(GRADES).statusCode(200).body("linkId", equalTo(link.toString()));

    family.access(family.schoolAccount, false);

    family
        .read(GRADES)
        .statusCode(200)
        .body("linkId", equalTo(second.toString()))
        .body(containsString(CANARY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"calendar", "homework", "announcements", "messages", "profile", "access"})
  void aCategoryThatIsNotSyncedDoesNotExist(String category) {
    family.read("/" + category).statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "zosia", "1-1-1-1-1", "------------------------------------"})
  void whatIsNoIdNamesNobody(String id) {
    for (String path : List.of(GRADES, ATTENDANCE, TIMETABLE, TIMELINE)) {
      family
          .read(family.parent, "/" + id + path)
          .statusCode(404)
          .contentType("application/problem+json");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {GRADES, ATTENDANCE, TIMETABLE, TIMELINE, ""})
  void withoutAGoodTokenNothingIsRead(String path) {
    String address = "/family/v1/pupils" + (path.isEmpty() ? "" : "/" + family.zosia + path);
    given().get(address).then().statusCode(401).body("code", equalTo("unauthenticated"));
    TokenAttacks.against(Realm.LIBRUS, () -> TestTokens.person(Realm.LIBRUS).subject(family.parent))
        .forEach(
            (what, header) ->
                assertThat(given().header("Authorization", header).get(address).statusCode())
                    .as(what)
                    .isEqualTo(401));
    given()
        .auth()
        .oauth2(
            TestTokens.service(Realm.LIBRUS, "svc-account", "linking-sync-service")
                .subject(family.parent)
                .token())
        .get(address)
        .then()
        .statusCode(403)
        .body("code", equalTo("wrong-client"));
  }

  private void refused(UUID consumer, String path, int status, String code) {
    family
        .read(consumer, "/" + family.zosia + path)
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body(not(containsString(CANARY)));
  }

  /** Another account with a link of its own to the same child. */
  private UUID secondParent() {
    UUID consumer = UUID.randomUUID();
    UUID account = UUID.randomUUID();
    family.consent(consumer, account, Map.of(family.zosia, "Zosia"));
    family.access(account, true, family.zosia);
    return consumer;
  }
}
