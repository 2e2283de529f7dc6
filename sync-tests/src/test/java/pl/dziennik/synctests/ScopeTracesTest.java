package pl.dziennik.synctests;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.synctests.SchoolSide.CLASS_A;
import static pl.dziennik.synctests.SchoolSide.CLASS_B;
import static pl.dziennik.synctests.SchoolSide.FATHER;
import static pl.dziennik.synctests.SchoolSide.MOTHER;
import static pl.dziennik.synctests.SchoolSide.ZOSIA;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.dziennik.events.document.Category;
import pl.dziennik.synergia.sync.RenderedDocument;

/** The traces about scopes that begin and end under a link; each names the rule it needs. */
class ScopeTracesTest extends SyncTest {
  /** Rule 8, {@code access_always}. */
  @Test
  void theNewsThatAnAccountIsDisabledArrivesAndErasesItsScopes() {
    school.grade(ZOSIA, "4");
    world.synced(MOTHER);
    school.enable(MOTHER, false);
    world.settle();

    assertThat(world.copy.strings("select category from documents")).containsExactly("ACCESS");
    assertThat(world.copy.count("timeline")).isZero();
    school.enable(MOTHER, true);
    world.settle();
    assertThat(world.copy.strings("select category from documents")).contains("GRADES");
    assertThat(world.differences()).isEmpty();
    assertThat(world.repairAll()).isZero();
  }

  /** Rule 2, {@code writer_blind}, and rule 13 with {@code pull}: no document overtakes. */
  @Test
  void afterAClassChangeTheNewClassIsAskedForAndTheOldOneErased() {
    world.synced(MOTHER);
    school.move(ZOSIA, CLASS_B);
    List<RenderedDocument> access = world.relay();
    world.bus.clear();
    school.grade(ZOSIA, "4");
    world.relay();
    world.deliverAll();
    access.forEach(world::deliver);
    world.settle();

    assertThat(world.copy.strings("select audience from scopes where category = 'TIMETABLE'"))
        .containsExactly("CLASS:" + CLASS_B);
    assertThat(world.differences()).isEmpty();
    assertThat(world.repairAll()).isZero();
    school.move(ZOSIA, CLASS_A);
    world.settle();
    assertThat(world.differences()).isEmpty();
  }

  /** Rule 13: blocking erases the copy, unblocking downloads anew. */
  @Test
  void aBlockedCategoryLeavesTheCopyAndComesBack() {
    school.grade(ZOSIA, "4");
    world.synced(MOTHER);
    school.block(Category.GRADES, true);
    world.settle();
    assertThat(world.copy.strings("select category from documents")).doesNotContain("GRADES");
    school.grade(ZOSIA, "5");
    school.block(Category.GRADES, false);
    world.settle();

    assertThat(world.copy.strings("select category from documents")).contains("GRADES");
    assertThat(world.announced()).as("became visible while blocked").isEmpty();
    assertThat(world.repairAll()).isZero();
  }

  /** Rule 13, {@code erase_last}. */
  @Test
  void theCopyStaysAsLongAsAnotherLinkNeedsIt() {
    school.grade(ZOSIA, "4");
    UUID mothers = world.synced(MOTHER);
    UUID fathers = world.synced(FATHER);
    world.withdraw(mothers);
    assertThat(world.copy.strings("select category from documents")).contains("GRADES");
    world.settle();
    assertThat(world.differences()).isEmpty();
    world.withdraw(fathers);

    assertThat(world.copy.count("documents")).isZero();
    assertThat(world.copy.count("timeline")).isZero();
    assertThat(world.copy.count("link_scopes")).isZero();
  }

  /** Section 7.5, {@code pull}: the partition of ACCESS is paused during a class change. */
  @Test
  void theNewClassArrivesThoughItsAccessDocumentWasPaused() {
    school.timetable(CLASS_B);
    world.synced(MOTHER);
    school.move(ZOSIA, CLASS_B);
    world.relay();
    List<RenderedDocument> paused = world.deliverAllButAccess();
    school.timetable(CLASS_B);
    world.sendRegisters();
    world.relay();
    world.deliverAllButAccess();
    paused.forEach(world::deliver);
    world.settle();

    assertThat(world.copy.strings("select audience from documents where category = 'TIMETABLE'"))
        .containsExactly("CLASS:" + CLASS_B);
    assertThat(world.differences()).isEmpty();
    assertThat(world.repairAll()).isZero();
  }

  /** Section 7.5, {@code pull}: fresh grades overtake the news of the unblocking. */
  @Test
  void gradesArriveThoughTheNewsOfTheUnblockingWasPaused() {
    school.grade(ZOSIA, "3");
    world.synced(MOTHER);
    school.block(Category.GRADES, true);
    world.settle();
    school.block(Category.GRADES, false);
    world.relay();
    List<RenderedDocument> paused = world.deliverAllButAccess();
    school.grade(ZOSIA, "4");
    world.relay();
    world.deliverAllButAccess();
    assertThat(paused).isNotEmpty();
    paused.forEach(world::deliver);
    world.settle();

    assertThat(world.copy.count("timeline")).isEqualTo(2);
    assertThat(world.differences()).isEmpty();
    assertThat(world.repairAll()).isZero();
  }
}
