package pl.dziennik.synctests;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.synctests.SchoolSide.FATHER;
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

  /** Rule 21: a second child with a login of its own has a younger grant and ends nothing. */
  @Test
  void aYoungerLinkToAnotherSchoolAccountEndsNothing() {
    UUID consumer = UUID.randomUUID();
    world.consent(MOTHER, consumer);
    world.settle();
    world.copy.backUp();
    world.consent(FATHER, consumer);
    world.settle();
    world.copy.restore();
    world.raiseCopyEpoch();
    world.reconcile();
    world.settle();

    assertThat(world.copy.strings("select status from links")).containsExactly("ACTIVE");
    assertThat(world.differences()).isEmpty();
    assertThat(school.database.strings("select state || ' ' || account_id from grants order by 1"))
        .containsExactly("ENDED " + FATHER, "LIVE " + MOTHER);
  }

  /** Rule 21: from a copy in quarantine only ends are taken to Synergia. */
  @Test
  void aCopyInQuarantineEndsAndOpensNothing() {
    UUID mothers = world.synced(MOTHER);
    world.copy.backUp();
    world.copy.restore();
    world.raiseCopyEpoch();
    world.consent(FATHER);
    world.withdraw(mothers);
    world.sendRegisters();

    assertThat(school.database.strings("select state from grants")).containsExactly("ENDED");
    assertThat(world.copy.strings("select distinct kind from register_outbox order by 1"))
        .containsExactly("LIVE", "NEED");
    world.reconcile();
    world.settle();
    assertThat(world.differences()).isEmpty();
    assertThat(world.repairAll()).isZero();
  }

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
          SchoolSide.insertGrade(c, ZOSIA, "5", due);
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

  /** {@code gen_epoch}: the restored sequence gives out numbers that Synergia has heard before. */
  @Test
  void aConsentAfterARestoreIsDownloadedThoughItsNumberWasUsedBefore() {
    UUID first = world.synced(MOTHER);
    world.copy.backUp();
    world.withdraw(first);
    for (int i = 0; i < 6; i++) {
      world.withdraw(world.synced(MOTHER));
    }
    world.settle();
    world.copy.restore();
    world.raiseCopyEpoch();
    world.reconcile();
    world.settle();
    assertThat(world.copy.count("documents")).isZero();
    world.consent(MOTHER);
    world.settle();

    assertThat(world.copy.strings("select category from documents")).contains("ACCESS", "PROFILE");
    assertThat(world.differences()).isEmpty();
    assertThat(world.repairAll()).isZero();
  }
}
