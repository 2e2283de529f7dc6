package pl.dziennik.linking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.dziennik.testkit.TestIdentity.Realm;
import pl.dziennik.testkit.TestTokens;
import pl.dziennik.testkit.TokenAttacks;

/** Everything held about an account, or a refusal. */
@LinkingTest
class ExportIT {
  private static final String PATH = "/family/v1/me/export";
  private static final String GRADE = FamilyWorld.item("2026-11-24T09:00:00Z", "\"value\":\"4+\"");

  @Inject io.agroal.api.AgroalDataSource dataSource;

  private FamilyWorld family;
  private UUID link = UUID.randomUUID();

  @BeforeEach
  void aLinkedChild() {
    family = new FamilyWorld(dataSource);
    link = family.linked();
    family.grades(family.zosia, FamilyWorld.TERM, GRADE);
  }

  @AfterEach
  void synergiaAnswersAgain() {
    StubSynergia.ANSWER.set(0);
  }

  @Test
  void itHasThePartsOfAllServicesAndTheCopy() {
    StubExports.answer("account", family.parent, 200, "{\"email\":\"anna@poczta.example\"}");
    StubExports.answer("notification", family.parent, 200, "{\"devices\":[1]}");
    family.timetable(
        family.classId, "2026-W48", FamilyWorld.item("2026-09-01T06:00:00Z", "\"room\":\"12\""));

    export(family.parent)
        .statusCode(200)
        .contentType("application/json")
        .header("Content-Disposition", startsWith("attachment"))
        .header("Cache-Control", equalTo("no-store"))
        .body("accountId", equalTo(family.parent.toString()))
        .body("account.email", equalTo("anna@poczta.example"))
        .body("notifications.devices", contains(1))
        .body("copy.access.document.accountId", contains(family.schoolAccount.toString()))
        .body("copy.pupils.linkId", contains(link.toString()))
        .body("copy.pupils.firstName", contains("Zosia"))
        .body("copy.pupils.status", contains("ACTIVE"))
        .body("copy.pupils[0].documents.category", contains("GRADES", "TIMETABLE"))
        .body("copy.pupils[0].documents[0].document.items.value", contains("4+"))
        .body("copy.pupils[0].timeline.category", contains("GRADES", "TIMETABLE"))
        .body("copy.pupils[0].timeline[0].item.value", equalTo("4+"));
  }

  @Test
  void whoHoldsNothingGetsAnEmptyExport() {
    export(UUID.randomUUID())
        .statusCode(200)
        .body("account", anEmptyMap())
        .body("notifications", anEmptyMap())
        .body("copy.pupils", empty());
  }

  @ParameterizedTest
  @CsvSource({
    "account, 500, {}, account",
    "account, 401, {}, account",
    "account, 404, {\"code\":\"other\"}, account",
    "notification, 503, {}, notifications",
    "notification, 200, [], notifications",
    "notification, 200, <html>, notifications",
    "notification, 404, <html>, notifications",
  })
  void aPartThatCannotBeHadRefusesTheWhole(String service, int status, String body, String part) {
    StubExports.answer(service, family.parent, status, body);

    export(family.parent)
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", equalTo("30"))
        .body("code", equalTo("export-incomplete"))
        .body("part", equalTo(part))
        .body(not(containsString("4+")));
  }

  @Test
  void anothersDataIsNotInIt() {
    FamilyWorld other = new FamilyWorld(dataSource);
    other.linked();

    export(other.parent)
        .body("copy.pupils.pupilId", contains(other.zosia.toString()))
        .body(not(containsString("4+")))
        .body(not(containsString(family.zosia.toString())));
  }

  @Test
  void whatALinkMayNotSeeIsNamedWithoutContent() {
    UUID account = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    family.consent(second, account, java.util.Map.of(family.zosia, "Zosia"));
    export(second).body("copy.pupils.status", contains("DOWNLOADING"));
    family.access(account, true, family.zosia);
    export(second).body(containsString("4+"));

    family.access(account, false);
    export(second)
        .body("copy.pupils.status", contains("SCHOOL_ACCOUNT_BLOCKED"))
        .body(not(containsString("4+")));
    family.access(account, true);
    export(second)
        .body("copy.pupils.status", contains("NO_LONGER_SHARED"))
        .body(not(containsString("4+")));
    family.update("update links set status = 'SUSPENDED' where account_id = ?", second);
    export(second).body("copy.pupils.status", contains("CONSENT_RENEWAL_DUE"));
  }

  @Test
  void twoLinksHaveTwoEntriesAndAnEndedOneNone() {
    UUID account = UUID.randomUUID();
    UUID second = family.consent(family.parent, account, java.util.Map.of(family.zosia, "Zosia"));
    family.access(account, true, family.zosia);
    export(family.parent)
        .body("copy.pupils.linkId", containsInAnyOrder(link.toString(), second.toString()));

    family.end(link);
    export(family.parent).body("copy.pupils.linkId", contains(second.toString()));
    family.end(second);
    export(family.parent).body("copy.pupils", empty()).body("copy.access", empty());
  }

  @Test
  void aRestoredCopyIsNotExported() {
    family.quarantined();

    export(family.parent).statusCode(503).body("code", equalTo("restoring"));
  }

  @Test
  void withoutAGoodTokenThereIsNone() {
    given().get(PATH).then().statusCode(401).body("code", equalTo("unauthenticated"));
    TokenAttacks.against(Realm.LIBRUS, () -> TestTokens.person(Realm.LIBRUS).subject(family.parent))
        .forEach(
            (what, header) ->
                assertThat(given().header("Authorization", header).get(PATH).statusCode())
                    .as(what)
                    .isEqualTo(401));
  }

  private static ValidatableResponse export(UUID consumer) {
    return FamilyWorld.as(consumer).get(PATH).then();
  }
}
