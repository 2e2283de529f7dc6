package pl.dziennik.synctests;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.synctests.SchoolSide.MOTHER;
import static pl.dziennik.synctests.SchoolSide.SCHOOL;
import static pl.dziennik.synctests.SchoolSide.ZOSIA;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.dziennik.events.document.Category;
import pl.dziennik.linking.sync.ParkedDocuments;
import pl.dziennik.linking.sync.StoreOutcome;
import pl.dziennik.synergia.sync.DocumentBumps;
import pl.dziennik.synergia.sync.RenderedDocument;
import pl.dziennik.synergia.sync.Rendering;

/** The traces about writers and relays (sync rules 1, 3, 4, 9 and 10). */
class RelayTracesTest extends SyncTest {

  /** {@code bump_in_tx}. */
  @Test
  void aWriteThatIsRolledBackPublishesNothing() throws Exception {
    world.synced(MOTHER);
    try (var c = school.open()) {
      SchoolSide.grade(c, ZOSIA, "4");
      c.rollback();
    }

    assertThat(school.render()).isEmpty();
    assertThat(world.repairAll()).isZero();
  }

  /** {@code advance_rendered}. */
  @Test
  void aWriteBetweenRenderingAndAdvanceStaysDirty() {
    world.synced(MOTHER);
    school.grade(ZOSIA, "3");
    List<RenderedDocument> rendered = school.render();
    school.grade(ZOSIA, "4");
    school.advance(rendered);
    world.settle();

    assertThat(world.differences()).isEmpty();
    assertThat(world.copy.count("timeline")).isEqualTo(2);
    assertThat(world.repairAll()).isZero();
  }

  /** {@code ack_first}: a relay killed after rendering has lost nothing. */
  @Test
  void whatWasRenderedAndNotAcknowledgedIsRenderedAgain() {
    world.synced(MOTHER);
    school.grade(ZOSIA, "3");
    assertThat(school.render()).hasSize(1);
    world.settle();

    assertThat(world.differences()).isEmpty();
  }

  /** {@code dirty_is_bump}: an asking between rendering and advance is not undone. */
  @Test
  void anAskingIsAnsweredThoughAnOlderRenderingAdvancesAfterIt() {
    var link = world.synced(MOTHER);
    school.grade(ZOSIA, "3");
    List<RenderedDocument> old = school.render();
    world.withdraw(link);
    world.consent(MOTHER);
    world.sendRegisters();
    school.advance(old);
    world.settle();

    assertThat(world.copy.strings("select category from documents")).contains("GRADES");
    assertThat(world.differences()).isEmpty();
    assertThat(world.repairAll()).isZero();
  }

  /** {@code one_snapshot}: a write while the document is being rendered is not in it. */
  @Test
  void aWriteDuringTheRenderingComesWithItsOwnVersion() throws Exception {
    world.synced(MOTHER);
    school.grade(ZOSIA, "3");
    List<RenderedDocument> rendered =
        new InterruptedRendering(school.database).with(() -> school.grade(ZOSIA, "4"));
    RenderedDocument grades = rendered.getFirst();

    assertThat(new String(grades.content(), StandardCharsets.UTF_8)).doesNotContain("\"4\"");
    school.advance(rendered);
    world.bus.addAll(rendered);
    world.settle();
    assertThat(world.differences()).isEmpty();
    assertThat(world.repairAll()).isZero();
  }

  /** {@code dirty_is_bump}: the same where the scope goes on and is asked for again. */
  @Test
  void anAskingAgainIsNotUndoneByTheAdvanceOfWhatWasRenderedBeforeIt() {
    school.grade(ZOSIA, "2");
    world.synced(MOTHER);
    school.grade(ZOSIA, "3");
    List<RenderedDocument> old = school.render();
    world.in(c -> ParkedDocuments.park(c, SchoolSide.grades(ZOSIA), "test"));
    world.in(c -> ParkedDocuments.askAgain(c, Duration.ZERO));
    world.sendRegisters();
    school.advance(old);

    assertThat(old.stream().map(world::deliver)).containsOnly(StoreOutcome.OLD_GENERATION);
    world.settle();
    assertThat(world.differences()).isEmpty();
    assertThat(world.repairAll()).isZero();
  }

  /** Rule 10, two relays: a zombie's advance never sets a version back. */
  @Test
  void aRelayThatWakesLateOnlyRepeats() {
    world.synced(MOTHER);
    school.grade(ZOSIA, "3");
    List<RenderedDocument> zombie = school.render();
    school.grade(ZOSIA, "4");
    world.settle();
    school.advance(zombie);
    zombie.forEach(world::deliver);

    assertThat(school.render()).isEmpty();
    assertThat(world.differences()).isEmpty();
  }

  /** Rule 3, {@code since_pub}, {@code since_due}: a delayed publication has its due time. */
  @Test
  void aDueDocumentIsBumpedOnceAndAnnouncedWithItsDueTime() {
    var link = world.synced(MOTHER);
    Instant due = Instant.now().plusMillis(1).truncatedTo(ChronoUnit.MICROS);
    school.tx(
        c -> {
          SchoolRows.insertGrade(c, ZOSIA, "5", due);
          DocumentBumps.dueAt(c, SchoolSide.grades(ZOSIA), due);
          return true;
        });
    while (!Instant.now().isAfter(due)) {
      Thread.onSpinWait();
    }
    school.dueBumps();
    school.dueBumps();
    world.settle();

    assertThat(school.database.count("due_bumps")).isZero();
    assertThat(world.announced()).containsExactly(link + " GRADES");
    assertThat(world.repairAll()).isZero();
  }

  /** Rule 4: a key that is not known renders as empty, and a known one is never deleted. */
  @Test
  void anUnknownKeyOfTheCopyIsAnsweredAsEmpty() {
    world.synced(MOTHER);
    world.copy.asSuperuser(
        "insert into documents select '%s', audience, category, '2020-01', 1000, 0, 'x', ''"
                .formatted(SCHOOL)
            + " from scopes where category = 'ATTENDANCE'");

    assertThat(world.repairAll()).isPositive();
    assertThat(world.differences()).isEmpty();
    assertThat(
            world.copy.strings(
                "select convert_from(content, 'UTF8') from documents where period = '2020-01'"))
        .containsExactly("{\"items\":[]}");
  }

  /** Documents that cannot be rendered leave room for the others. */
  @Test
  void aBatchFullOfFailingDocumentsHoldsUpNoOther() throws Exception {
    world.synced(MOTHER);
    school.grade(ZOSIA, "3");
    school.enable(MOTHER, true);
    Rendering rendering =
        new Rendering(school.renderers, k -> k.category() == Category.ACCESS, (k, e) -> {});
    try (var relay = school.database.database().asRelay()) {
      assertThat(rendering.batch(relay, 1))
          .extracting(d -> d.key().category())
          .containsExactly(Category.GRADES);
    }
  }

  /** Rule 11: what the others are for comes first. */
  @Test
  void accessDocumentsAreRenderedFirst() {
    world.synced(MOTHER);
    school.grade(ZOSIA, "3");
    school.absence(ZOSIA, "2026-11-20");
    school.enable(MOTHER, true);

    assertThat(school.render().getFirst().key().category()).isEqualTo(Category.ACCESS);
  }
}
