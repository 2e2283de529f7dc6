package pl.dziennik.synctests;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.synctests.SchoolSide.MOTHER;
import static pl.dziennik.synctests.SchoolSide.ZOSIA;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A restore that nobody declared is found by the comparison (sync rule 16). */
class UndeclaredRestoresTest extends SyncTest {
  /** Rule 16: nobody raised the epoch; the copy holds a version that the school has forgotten. */
  @Test
  void aSchoolRestoredWithoutAWordIsFoundByWhatTheCopyHolds() {
    school.grade(ZOSIA, "3");
    world.synced(MOTHER);
    school.database.backUp();
    school.grade(ZOSIA, "4");
    school.grade(ZOSIA, "5");
    world.settle();
    school.database.restore();
    assertThat(world.reconcile().epochs()).as("at the first look").isEqualTo(1);
    world.settle();

    assertThat(world.differences()).isEmpty();
    assertThat(world.copy.strings("select item_id from timeline where shown")).hasSize(1);
    assertThat(world.repairAll()).isZero();
  }

  @Test
  void aSchoolThatForgotADocumentWithoutAWordIsFound() {
    world.synced(MOTHER);
    school.database.backUp();
    school.absence(ZOSIA, "2026-11-20");
    world.settle();
    school.database.restore();
    assertThat(world.repairAll()).isPositive();

    assertThat(world.differences()).isEmpty();
    assertThat(world.repairAll()).isZero();
  }

  /** Rule 16: the school was restored to before an epoch that the copy has heard. */
  @Test
  void aSchoolThatForgotItsEpochGetsAGreaterOne() {
    world.synced(MOTHER);
    school.database.backUp();
    long raised = school.raiseEpoch();
    world.reconcile();
    world.settle();
    school.database.restore();
    world.reconcile();
    world.settle();

    assertThat(Long.parseLong(school.database.strings("select epoch from schools").getFirst()))
        .isGreaterThan(raised);
    assertThat(world.differences()).isEmpty();
    assertThat(world.repairAll()).isZero();
  }

  /** Rule 16: Synergia has heard generations that this copy has never given out. */
  @Test
  void aCopyRestoredWithoutAWordIsFoundByWhatTheSchoolHasHeard() {
    UUID mothers = world.synced(MOTHER);
    world.copy.backUp();
    world.withdraw(mothers);
    world.consent(MOTHER);
    world.settle();
    world.copy.restore();
    world.reconcile();

    assertThat(Long.parseLong(world.copy.strings("select epoch from copy_epoch").getFirst()))
        .isGreaterThan(100);
    world.settle();
    assertThat(school.database.strings("select distinct state from grants"))
        .containsExactly("ENDED");
    assertThat(world.copy.strings("select status from links")).containsExactly("REVOKED");
    assertThat(world.copy.strings("select quarantined::text from school_epochs"))
        .containsExactly("false");
  }
}
