package pl.dziennik.synctests;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.synctests.SchoolSide.FATHER;
import static pl.dziennik.synctests.SchoolSide.MOTHER;
import static pl.dziennik.synctests.SchoolSide.ZOSIA;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.dziennik.synergia.sync.RenderedDocument;

/** Synergia restored from a backup (sync rules 6, 10, 16 and 20). */
class RestoreDrillsTest extends SyncTest {

  /** {@code grant_epoch}: a grant that comes back to life with a backup renders nothing. */
  @Test
  void aSchoolRestoredToBeforeAWithdrawalRendersNothingUnconfirmed() {
    UUID link = world.synced(MOTHER);
    school.database.backUp();
    world.withdraw(link);
    world.settle();
    school.database.restore();
    school.raiseEpoch();
    school.grade(ZOSIA, "4");

    assertThat(school.database.strings("select state from grants")).containsExactly("LIVE");
    assertThat(school.render()).isEmpty();
    assertThat(world.reconcile().grants()).isEqualTo(1);
    world.settle();
    assertThat(school.database.strings("select state from grants")).containsExactly("ENDED");
    assertThat(world.copy.count("documents")).isZero();
  }

  /** {@code epoch_resub}, {@code guard_epoch}: what the school lost leaves the copy as well. */
  @Test
  void aRestoredSchoolIsConfirmedAndDownloadedAnew() {
    world.synced(MOTHER);
    school.database.backUp();
    school.grade(ZOSIA, "4");
    world.settle();
    int announced = world.announced().size();
    school.database.restore();
    school.raiseEpoch();
    assertThat(world.reconcile().epochs()).isEqualTo(1);
    world.settle();

    assertThat(world.differences()).isEmpty();
    assertThat(world.copy.strings("select item_id from timeline where shown")).isEmpty();
    school.grade(ZOSIA, "5");
    world.settle();
    assertThat(world.announced()).hasSize(announced + 1);
    assertThat(world.repairAll()).isZero();
  }

  /** {@code epoch_outside}: restored twice from one backup, two different epochs. */
  @Test
  void twoRestoresFromOneBackupAreTwoEpochs() throws Exception {
    UUID link = world.synced(MOTHER);
    String ticket = world.copy.strings("select ticket from links").getFirst();
    school.database.backUp();
    school.database.restore();
    long first = school.raiseEpoch();
    java.util.concurrent.TimeUnit.MILLISECONDS.sleep(1_100);
    school.database.restore();
    long second = school.raiseEpoch();

    assertThat(second).isGreaterThan(first);
    assertThat(world.registers.live(SchoolSide.SCHOOL, link, first, ticket))
        .isEqualTo(new pl.dziennik.linking.sync.SchoolRegisters.Answer.EpochDiffers(second));
    assertThat(school.render()).isEmpty();
  }

  /** {@code advance_epoch}: the relay of before does not advance the restored rows. */
  @Test
  void aRelayOfBeforeTheRestoreAdvancesNothing() {
    school.grade(ZOSIA, "2");
    world.synced(MOTHER);
    school.database.backUp();
    school.grade(ZOSIA, "3");
    List<RenderedDocument> before = school.render();
    school.database.restore();
    school.raiseEpoch();
    school.advance(before);
    world.reconcile();
    world.settle();

    assertThat(world.differences()).isEmpty();
    school.grade(ZOSIA, "4");
    world.settle();
    assertThat(world.differences()).isEmpty();
    assertThat(world.repairAll()).isZero();
  }

  /** Rule 20a without the comparison: the epoch is learnt from the next ticket. */
  @Test
  void anEpochLearntFromAnybodysTicketConfirmsAllLinks() {
    world.synced(MOTHER);
    long epoch = school.raiseEpoch();
    world.consent(FATHER);
    school.grade(ZOSIA, "4");
    world.settle();

    assertThat(school.database.strings("select distinct confirmed_epoch from grants"))
        .containsExactly(Long.toString(epoch));
    assertThat(world.differences()).isEmpty();
    assertThat(world.repairAll()).isZero();
  }

  /** {@code held_keys}: a document born after the backup does not haunt the copy. */
  @Test
  void aDocumentThatTheSchoolLostBecomesEmptyHere() {
    world.synced(MOTHER);
    school.database.backUp();
    school.absence(ZOSIA, "2026-11-20");
    world.settle();
    school.database.restore();
    school.raiseEpoch();
    world.reconcile();
    world.settle();

    assertThat(world.differences()).isEmpty();
    assertThat(world.repairAll()).isZero();
  }

  /** {@code key_stamp}: the restored school gives out an item's revision a second time. */
  @Test
  void aRevisionGivenOutAgainAfterARestoreIsAnnounced() {
    UUID link = world.synced(MOTHER);
    UUID grade = school.grade(ZOSIA, "3");
    world.settle();
    school.database.backUp();
    school.correct(grade, "4");
    world.settle();
    school.database.restore();
    school.raiseEpoch();
    school.correct(grade, "5");
    world.reconcile();
    world.settle();

    assertThat(world.announced())
        .containsExactly(link + " GRADES", link + " GRADES", link + " GRADES");
    assertThat(new HashSet<>(world.factIds())).hasSize(3);
  }

  /** {@code since_due}: the restored school runs the job again; the item keeps its due time. */
  @Test
  void aDelayedPublicationRepeatedAfterARestoreIsAnnouncedOnce() {
    UUID link = world.synced(MOTHER);
    java.time.Instant due =
        java.time.Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    school.tx(
        c -> {
          SchoolRows.insertGrade(c, ZOSIA, "5", due);
          pl.dziennik.synergia.sync.DocumentBumps.dueAt(c, SchoolSide.grades(ZOSIA), due);
          return true;
        });
    school.database.backUp();
    school.dueBumps();
    world.settle();
    school.database.restore();
    school.raiseEpoch();
    school.dueBumps();
    world.reconcile();
    world.settle();

    assertThat(world.announced()).containsExactly(link + " GRADES");
    assertThat(world.differences()).isEmpty();
  }
}
