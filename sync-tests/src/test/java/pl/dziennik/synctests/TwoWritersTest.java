package pl.dziennik.synctests;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.synctests.SchoolSide.FATHER;
import static pl.dziennik.synctests.SchoolSide.MOTHER;
import static pl.dziennik.synctests.SchoolSide.SCHOOL;
import static pl.dziennik.synctests.SchoolSide.ZOSIA;

import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import pl.dziennik.synergia.sync.RenderedDocument;

/** Two sessions at the school: writers, renderings and askings at once. */
class TwoWritersTest extends TwoSessions {
  /** Rule 1, {@code row_lock}: version order is commit order. */
  @Test
  void twoWritersOfOneDocumentTakeTurns() throws Exception {
    school.grade(ZOSIA, "2");
    world.synced(MOTHER);
    Connection first = writer();
    SchoolSide.grade(first, ZOSIA, "3");

    CompletableFuture<UUID> second = CompletableFuture.supplyAsync(() -> school.grade(ZOSIA, "4"));
    assertWaiting(second);
    first.commit();
    second.get(PATIENCE_S, TimeUnit.SECONDS);
    world.settle();

    assertThat(world.copy.count("timeline")).isEqualTo(3);
    assertThat(world.differences()).isEmpty();
  }

  /** Rule 5, {@code since_lock}: an asking waits for a writer that has stamped. */
  @Test
  void anAskingWaitsForAWriterThatHasStamped() throws Exception {
    UUID link = world.synced(MOTHER);
    school.grade(ZOSIA, "2");
    world.settle();
    int before = world.announced().size();
    Connection writing = writer();
    SchoolSide.grade(writing, ZOSIA, "3");
    world.withdraw(link);
    world.consent(MOTHER);

    CompletableFuture<Void> settling = CompletableFuture.runAsync(world::settle);
    assertWaiting(settling);
    writing.commit();
    settling.get(PATIENCE_S, TimeUnit.SECONDS);
    world.settle();

    assertThat(world.copy.count("timeline")).isEqualTo(2);
    assertThat(world.announced()).as("it was there at the consent").hasSize(before);
  }

  /** Rule 5, {@code since_lock}: who consented while the writer waited is told of the item. */
  @Test
  void aWriterThatHadToWaitStampsWhenItHasTheLock() throws Exception {
    school.grade(ZOSIA, "2");
    UUID mothers = world.synced(MOTHER);
    Connection first = writer();
    SchoolSide.grade(first, ZOSIA, "3");
    CompletableFuture<UUID> second = CompletableFuture.supplyAsync(() -> school.grade(ZOSIA, "4"));
    assertWaiting(second);
    UUID fathers = world.consent(FATHER);
    first.commit();
    UUID grade = second.get(PATIENCE_S, TimeUnit.SECONDS);
    world.settle();

    assertThat(
            world.copy.strings(
                "select since > (select activated_at from links where id = '%s')".formatted(fathers)
                    + " from timeline where item_id = '%s'".formatted(grade)))
        .containsExactly("t");
    assertThat(world.announced())
        .containsExactlyInAnyOrder(mothers + " GRADES", mothers + " GRADES", fathers + " GRADES");
  }

  /** Rule 9, {@code one_snapshot}: content and version are of one moment. */
  @Test
  void aRenderingBesideAWriterShowsAllOfItOrNothing() throws Exception {
    world.synced(MOTHER);
    school.grade(ZOSIA, "3");
    Connection writing = writer();
    SchoolSide.grade(writing, ZOSIA, "4");
    List<RenderedDocument> during = school.render();
    writing.commit();
    school.advance(during);
    List<RenderedDocument> after = school.render();

    assertThat(text(during.getFirst())).contains("\"value\":\"3\"").doesNotContain("\"4\"");
    assertThat(text(after.getFirst())).contains("\"value\":\"3\"", "\"value\":\"4\"");
    assertThat(after.getFirst().version()).isGreaterThan(during.getFirst().version());
  }

  /** Rule 2, {@code writer_blind}: a class change beside a consent reaches the copy. */
  @Test
  void aClassChangeBesideAConsentIsNotLost() throws Exception {
    Connection moving = writer();
    pl.dziennik.support.sql.Statements.update(
        moving,
        "update enrolments set class_id = ?, number = 99 where pupil_id = ?",
        SchoolSide.CLASS_B,
        ZOSIA);
    pl.dziennik.synergia.sync.AccessBumps.forPupils(moving, SCHOOL, List.of(ZOSIA));
    world.consent(MOTHER);
    CompletableFuture<Void> settling = CompletableFuture.runAsync(world::settle);
    assertWaiting(settling);
    moving.commit();
    settling.get(PATIENCE_S, TimeUnit.SECONDS);
    world.settle();

    assertThat(world.copy.strings("select audience from scopes where category = 'TIMETABLE'"))
        .containsExactly("CLASS:" + SchoolSide.CLASS_B);
    assertThat(world.repairAll()).isZero();
  }

  private static String text(RenderedDocument document) {
    return new String(document.content(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
