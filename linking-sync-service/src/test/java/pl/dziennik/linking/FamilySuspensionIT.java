package pl.dziennik.linking;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static pl.dziennik.linking.GuardedChild.ATTENDANCE;
import static pl.dziennik.linking.GuardedChild.CANARY;
import static pl.dziennik.linking.GuardedChild.GRADES;
import static pl.dziennik.linking.GuardedChild.TIMELINE;
import static pl.dziennik.linking.GuardedChild.TIMETABLE;

import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sync rule 17: a right that rests is told from none, and opens nothing either. */
@LinkingTest
class FamilySuspensionIT {
  @Inject io.agroal.api.AgroalDataSource dataSource;

  private GuardedChild guarded;
  private FamilyWorld family;

  @BeforeEach
  void aLinkedChildWithDocuments() {
    guarded = new GuardedChild(dataSource);
    family = guarded.family;
  }

  @AfterEach
  void synergiaAnswersAgain() {
    StubSynergia.ANSWER.set(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {GRADES, ATTENDANCE, TIMETABLE, TIMELINE})
  void aBlockedSchoolAccountSuspends(String path) {
    guarded.secondParent();
    family.access(family.schoolAccount, false);

    guarded.refused(family.parent, path, 409, "link-suspended");
    family.read(path).body("reason", equalTo("SCHOOL_ACCOUNT_BLOCKED"));
    family.access(family.schoolAccount, true, family.zosia);
    family.read(path).statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {GRADES, ATTENDANCE, TIMETABLE, TIMELINE})
  void aConsentThatIsDueSuspends(String path) {
    family.update("update links set status = 'SUSPENDED' where id = ?", guarded.link);

    guarded.refused(family.parent, path, 409, "link-suspended");
    family.read(path).body("reason", equalTo("CONSENT_RENEWAL_DUE"));
  }

  @Test
  void aBlockedCategoryIsRefusedAndTheOthersAreNot() {
    guarded.secondParent();
    family.access(family.schoolAccount, true, "\"GRADES\",\"TIMETABLE\"", family.zosia);

    guarded.refused(family.parent, GRADES, 409, "blocked-by-school");
    family.read(GRADES).body("category", equalTo("GRADES"));
    guarded.refused(family.parent, TIMETABLE, 409, "blocked-by-school");
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
}
