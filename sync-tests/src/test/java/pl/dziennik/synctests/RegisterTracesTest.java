package pl.dziennik.synctests;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.synctests.SchoolSide.FATHER;
import static pl.dziennik.synctests.SchoolSide.MOTHER;
import static pl.dziennik.synctests.SchoolSide.SCHOOL;
import static pl.dziennik.synctests.SchoolSide.ZOSIA;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The registers on their way, and what the comparison makes of one that is lost (rules 19, 20). */
class RegisterTracesTest extends SyncTest {

  /** Rule 19: more rows than one batch of a school whose cell is down. */
  @Test
  void aSchoolThatDoesNotAnswerHoldsUpNoOther() {
    world.copy.asSuperuser(
        "insert into register_outbox (school_id, kind, link_id)"
            + " select '%s', 'ENDED', gen_random_uuid() from generate_series(1, 600)"
                .formatted(new UUID(0, 1)));
    world.consent(MOTHER);
    world.sendRegisters();

    assertThat(world.copy.strings("select distinct school_id from register_outbox"))
        .containsExactly(new UUID(0, 1).toString());
    assertThat(school.database.strings("select state from grants")).containsExactly("LIVE");
  }

  /** Rule 19: a ticket that Synergia does not know. */
  @Test
  void aRefusedRegisterStaysVisibleIsTriedSeldomAndHoldsUpNone() {
    UUID link = world.consent(MOTHER);
    String ticket = world.copy.strings("select ticket from links").getFirst();
    world.copy.asSuperuser("update links set ticket = 'x.y.z'");
    world.sendRegisters();
    world.sendRegisters();

    assertThat(world.registers.lives).isEqualTo(1);
    assertThat(
            world.copy.strings(
                "select kind || ' ' || refusal from register_outbox where refused_at is not null"))
        .containsExactly("LIVE RegisterRefused");
    assertThat(world.copy.count("register_outbox")).as("the others are done").isEqualTo(1);
    world.reconcile();
    assertThat(world.copy.count("register_outbox")).as("it waits already").isEqualTo(1);
    world.copy.asSuperuser("update links set ticket = '%s'".formatted(ticket));
    world.copy.asSuperuser("update register_outbox set refused_at = now() - interval '11 min'");
    world.settle();

    assertThat(
            school.database.strings(
                "select state from grants where link_id = '%s'".formatted(link)))
        .containsExactly("LIVE");
    assertThat(world.differences()).isEmpty();
  }

  /** Rule 19: an order of sending cannot be had from several senders, and none is needed. */
  @Test
  void aLateOlderAskingDoesNotUndoANewerOne() throws Exception {
    world.synced(MOTHER);
    school.grade(ZOSIA, "4");
    String[] now =
        school
            .database
            .strings("select gen_epoch || ' ' || gen_number from scopes where category = 'GRADES'")
            .getFirst()
            .split(" ");
    var scope = SchoolSide.grades(ZOSIA).scope();
    var older =
        new pl.dziennik.events.document.Generation(
            Long.parseLong(now[0]), Long.parseLong(now[1]) - 1);
    world.registers.need(scope, older, java.util.List.of());
    world.settle();

    assertThat(world.copy.strings("select category from documents")).contains("GRADES");
    assertThat(world.repairAll()).isZero();
  }

  /** Rule 20, {@code recon_order}: a fresh consent is not killed, and is no repair. */
  @Test
  void aConsentDuringTheComparisonIsLeftAlone() {
    world.synced(MOTHER);
    world.registers.afterGrants =
        () -> {
          world.consent(FATHER);
          world.sendRegisters();
        };

    assertThat(world.reconcile().total()).isZero();
    world.settle();
    assertThat(school.database.strings("select distinct state from grants"))
        .containsExactly("LIVE");
    assertThat(world.repairAll()).isZero();
  }

  /** Rule 20, {@code recon_order}: what Synergia lists is looked up here afterwards. */
  @Test
  void aConsentJustBeforeTheListIsNotEnded() {
    world.synced(MOTHER);
    world.registers.beforeGrants =
        () -> {
          world.consent(FATHER);
          world.sendRegisters();
        };

    assertThat(world.reconcile().total()).isZero();
    world.settle();
    assertThat(school.database.strings("select distinct state from grants"))
        .containsExactly("LIVE");
  }

  @Test
  void aWithdrawalDuringTheComparisonIsNoRepair() {
    UUID link = world.synced(MOTHER);
    world.registers.afterGrants =
        () -> {
          world.withdraw(link);
          world.sendRegisters();
        };

    assertThat(world.reconcile().total()).isZero();
    world.settle();
    assertThat(school.database.strings("select state from grants")).containsExactly("ENDED");
  }

  /** Rule 20b, {@code recon_grants}: LIVE is lost. */
  @Test
  void aLostLiveIsSentAgain() {
    world.consent(MOTHER);
    world.copy.asSuperuser("delete from register_outbox where kind = 'LIVE'");
    world.settle();
    assertThat(world.copy.count("documents")).isZero();

    assertThat(world.reconcile().grants()).isEqualTo(1);
    world.settle();
    assertThat(world.differences()).isEmpty();
    assertThat(world.copy.strings("select category from documents")).contains("ACCESS", "PROFILE");
  }

  /** Rule 20b: ENDED is lost. */
  @Test
  void aLostEndIsSentAgain() {
    UUID link = world.synced(MOTHER);
    world.withdraw(link);
    world.copy.asSuperuser("delete from register_outbox");

    assertThat(world.reconcile().grants()).isEqualTo(1);
    world.settle();
    assertThat(school.database.strings("select state from grants")).containsExactly("ENDED");
  }

  /** Rule 20c, {@code recon_subs}: NEED is lost. */
  @Test
  void aLostAskingIsSentAgain() {
    world.consent(MOTHER);
    world.copy.asSuperuser("delete from register_outbox where kind = 'NEED'");
    world.settle();
    assertThat(world.copy.count("documents")).isZero();

    assertThat(world.reconcile().scopes()).isEqualTo(1);
    world.settle();
    assertThat(world.differences()).isEmpty();
    assertThat(world.copy.strings("select category from documents")).contains("ACCESS", "PROFILE");
  }

  /** Rule 20d: a document that changes between the looks is on its way, not lost. */
  @Test
  void aDocumentThatDiffersAtEachLookInAnotherWayIsNoRepair() {
    world.synced(MOTHER);
    int repairs = 0;
    for (int i = 0; i < 3; i++) {
      school.grade(ZOSIA, "4");
      world.relay();
      repairs += world.reconcile().total();
      world.afterTheLag();
      world.deliverAll();
    }

    assertThat(repairs).isZero();
    assertThat(world.repairAll()).isZero();
  }

  /** Rule 20d: what Synergia has not sent yet, or has not even bumped, is no difference. */
  @Test
  void aDocumentThatIsDirtyOrDueIsOnItsWayHoweverLong() {
    school.grade(ZOSIA, "3");
    world.synced(MOTHER);
    school.grade(ZOSIA, "4");
    assertThat(twoLooks()).as("dirty").isZero();
    world.settle();
    java.time.Instant due =
        java.time.Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    school.tx(
        c -> {
          pl.dziennik.synergia.sync.DocumentBumps.dueAt(c, SchoolSide.grades(ZOSIA), due);
          return SchoolRows.insertGrade(c, ZOSIA, "5", due);
        });
    assertThat(twoLooks()).as("due").isZero();
    school.dueBumps();
    world.settle();

    assertThat(world.differences()).isEmpty();
    assertThat(world.repairAll()).isZero();
  }

  private int twoLooks() {
    int repairs = world.reconcile().total();
    world.afterTheLag();
    return repairs + world.reconcile().total();
  }

  /** Synergia tells which schools have grants, so that a forgotten one is compared too. */
  @Test
  void aSchoolWithGrantsIsNamedThoughTheCopyForgotIt() throws Exception {
    world.synced(MOTHER);

    assertThat(world.registers.schoolsWithGrants()).containsExactly(SCHOOL);
  }
}
