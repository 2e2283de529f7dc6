package pl.dziennik.synctests;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.synctests.SchoolSide.MOTHER;
import static pl.dziennik.synctests.SchoolSide.ZOSIA;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.dziennik.linking.sync.StoreOutcome;
import pl.dziennik.synergia.sync.RenderedDocument;

/** Either database restored from a backup (SYNC rules 6, 10, 16, 20 and 21). */
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
    world.synced(MOTHER);
    school.database.backUp();
    school.grade(ZOSIA, "3");
    List<RenderedDocument> before = school.render();
    school.database.restore();
    school.raiseEpoch();
    school.advance(before);
    school.grade(ZOSIA, "4");
    world.reconcile();
    world.settle();

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

  /** {@code quarantine}: a copy restored to before a withdrawal stores and keeps nothing. */
  @Test
  void aCopyRestoredToBeforeAWithdrawalEndsTheLinkAgain() {
    UUID link = world.synced(MOTHER);
    world.copy.backUp();
    world.withdraw(link);
    world.settle();
    world.copy.restore();
    world.raiseCopyEpoch();
    assertThat(world.copy.strings("select status from links")).containsExactly("ACTIVE");
    assertThat(world.copy.strings("select quarantined::text from school_epochs"))
        .containsExactly("true");

    assertThat(world.reconcile().grants()).isPositive();
    world.settle();
    assertThat(world.copy.strings("select status || ' ' || end_reason from links"))
        .containsExactly("REVOKED ENDED_AT_SCHOOL");
    assertThat(world.copy.count("documents")).isZero();
  }

  @Test
  void aQuarantinedCopyStoresNothing() {
    world.synced(MOTHER);
    world.copy.backUp();
    world.copy.restore();
    world.raiseCopyEpoch();
    school.grade(ZOSIA, "4");

    assertThat(world.relay().stream().map(world::deliver))
        .containsExactly(StoreOutcome.QUARANTINED);
    world.reconcile();
    world.settle();
    assertThat(world.differences()).isEmpty();
    assertThat(world.repairAll()).isZero();
  }

  /** {@code recon_grants}: a grant that the restored copy does not know is ended. */
  @Test
  void aGrantThatTheRestoredCopyForgotIsEnded() {
    world.copy.backUp();
    world.synced(MOTHER);
    world.copy.restore();
    world.raiseCopyEpoch();

    assertThat(world.reconcile().grants()).isEqualTo(1);
    world.settle();
    assertThat(school.database.strings("select state from grants")).containsExactly("ENDED");
  }

  /** Rule 21: of two links of one account the one that the copy forgot was the younger. */
  @Test
  void anOlderLinkDoesNotComeBackOverAYoungerOne() {
    UUID consumer = UUID.randomUUID();
    world.consent(MOTHER, consumer);
    world.settle();
    world.copy.backUp();
    world.consent(MOTHER, consumer);
    world.settle();
    world.copy.restore();
    world.raiseCopyEpoch();
    world.reconcile();
    world.settle();

    assertThat(world.copy.strings("select end_reason from links")).containsExactly("SUPERSEDED");
    assertThat(school.database.strings("select distinct state from grants"))
        .containsExactly("ENDED");
  }

  /** {@code gen_epoch}, {@code fact_id}: generations are new, facts are the same. */
  @Test
  void aRestoredCopyAsksAsAGenerationNeverUsedAndRepeatsItsFacts() {
    world.synced(MOTHER);
    world.copy.backUp();
    school.grade(ZOSIA, "4");
    world.settle();
    List<String> before = world.factIds();
    world.copy.restore();
    world.raiseCopyEpoch();
    world.reconcile();
    world.settle();

    assertThat(world.differences()).isEmpty();
    assertThat(before).hasSize(1);
    assertThat(new HashSet<>(world.factIds())).containsExactlyElementsOf(before);
    assertThat(world.repairAll()).isZero();
  }
}
