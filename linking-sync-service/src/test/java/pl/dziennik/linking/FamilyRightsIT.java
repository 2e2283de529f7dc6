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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sync rule 17: every read starts from an active link and its own ACCESS document. */
@LinkingTest
class FamilyRightsIT {
  @Inject io.agroal.api.AgroalDataSource dataSource;

  private GuardedChild guarded;
  private FamilyWorld family;

  @BeforeEach
  void aLinkedChildWithDocuments() {
    guarded = new GuardedChild(dataSource);
    family = guarded.family;
  }

  @ParameterizedTest
  @ValueSource(strings = {GRADES, ATTENDANCE, TIMETABLE, TIMELINE})
  void theParentReads(String path) {
    family.read(path).statusCode(200).body(containsString(CANARY));
  }

  @ParameterizedTest
  @ValueSource(strings = {GRADES, ATTENDANCE, TIMETABLE, TIMELINE})
  void anotherAccountGetsNothing(String path) {
    guarded.refused(UUID.randomUUID(), path, 404, "not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {GRADES, ATTENDANCE, TIMETABLE, TIMELINE})
  void anotherChildOfTheClassIsNotMine(String path) {
    FamilyWorld others = new FamilyWorld(dataSource);
    UUID other = UUID.randomUUID();
    family.consent(others.parent, others.schoolAccount, Map.of(other, "Staś"));
    family.access(others.schoolAccount, true, other);

    guarded.refused(others.parent, path, 404, "not-found");
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
    UUID second = guarded.secondParent();
    family.end(guarded.link);

    guarded.refused(family.parent, path, 404, "not-found");
    family.read(second, "/" + family.zosia + path).statusCode(200).body(containsString(CANARY));
  }

  @ParameterizedTest
  @ValueSource(strings = {GRADES, ATTENDANCE, TIMETABLE, TIMELINE})
  void aCopyKeptForAnotherLinkGivesNoRight(String path) {
    UUID second = guarded.secondParent();
    family.access(family.schoolAccount, true);

    guarded.refused(family.parent, path, 404, "not-found");
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
      family.update("update links set status = ? where id = ?", status, guarded.link);
      guarded.refused(family.parent, path, 404, "not-found");
    }
  }

  @Test
  void ofTwoLinksTheOneThatGivesARightSpeaks() {
    UUID other = UUID.randomUUID();
    UUID second = family.consent(family.parent, other, Map.of(family.zosia, "Zosia"));
    family.access(other, true, family.zosia);
    family.read(GRADES).statusCode(200).body("linkId", equalTo(guarded.link.toString()));

    family.access(family.schoolAccount, false);

    family
        .read(GRADES)
        .statusCode(200)
        .body("linkId", equalTo(second.toString()))
        .body(containsString(CANARY));
  }
}
