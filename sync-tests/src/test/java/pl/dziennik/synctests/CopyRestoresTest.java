package pl.dziennik.synctests;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.synctests.SchoolSide.FATHER;
import static pl.dziennik.synctests.SchoolSide.MOTHER;
import static pl.dziennik.synctests.SchoolSide.ZOSIA;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.dziennik.linking.sync.StoreOutcome;
import pl.dziennik.testkit.Runbook;

/** The copy restored from a backup (sync rules 16, 20 and 21). */
class CopyRestoresTest extends SyncTest {
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

  /** Rule 22: both restored; whoever had withdrawn is ended at the school, as the runbook says. */
  @Test
  void aLinkThatAnOperatorEndsAtTheSchoolIsErasedHereThoughItIsSuspended() {
    UUID link = world.synced(MOTHER);
    UUID other = world.synced(FATHER);
    Runbook.statements("suspend every link", Map.of()).forEach(world.copy::asSuperuser);
    world.raiseCopyEpoch();
    world.reconcile();
    world.settle();
    assertThat(world.copy.strings("select distinct status from links"))
        .containsExactly("SUSPENDED");

    Runbook.statements("end a link at the school", Map.of("link", link.toString()))
        .forEach(school.database::asSuperuser);
    assertThat(world.reconcile().grants()).isEqualTo(1);
    world.settle();

    assertThat(world.copy.strings("select id || ' ' || status from links"))
        .containsExactlyInAnyOrder(link + " REVOKED", other + " SUSPENDED");
    assertThat(world.copy.strings("select link_id::text from link_scopes group by 1"))
        .containsExactly(other.toString());
    assertThat(world.differences()).isEmpty();
    assertThat(world.repairAll()).isZero();
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
    UUID older = world.consent(MOTHER, consumer);
    world.settle();
    world.copy.backUp();
    world.withdraw(older);
    // Synergia never heard of the withdrawal.
    world.copy.asSuperuser("delete from register_outbox where kind = 'ENDED'");
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
