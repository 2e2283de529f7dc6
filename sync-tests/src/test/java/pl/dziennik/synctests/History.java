package pl.dziennik.synctests;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.synctests.SchoolSide.FATHER;
import static pl.dziennik.synctests.SchoolSide.MOTHER;
import static pl.dziennik.synctests.SchoolSide.ZOSIA;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import pl.dziennik.events.document.Category;
import pl.dziennik.synergia.sync.DocumentBumps;
import pl.dziennik.synergia.sync.RenderedDocument;

/** One history: what has happened so far, and how each step is done; {@code pick} chooses. */
final class History {

  private final World world;
  private final SchoolSide school;
  private final List<UUID> links = new ArrayList<>();
  private final List<UUID> grades = new ArrayList<>();
  private final List<RenderedDocument> late = new ArrayList<>();
  private final Set<Step> happened = EnumSet.noneOf(Step.class);
  private boolean hasSchoolBackup;
  private boolean hasCopyBackup;
  private boolean isVersionKept = true;

  History(World world) {
    this.world = world;
    this.school = world.school;
  }

  /** Something was lost or restored: repairs are what reconciliation is for. */
  boolean hasFault() {
    return happened.stream().anyMatch(Step::isFault);
  }

  boolean isPlain() {
    return !hasFault() && happened.stream().noneMatch(Step::changesScopes);
  }

  boolean isVersionKept() {
    boolean kept = isVersionKept;
    isVersionKept = true;
    return kept;
  }

  void act(Step step, int pick) {
    happened.add(step);
    switch (step) {
      case GRADE -> grades.add(school.grade(ZOSIA, "4"));
      case ABSENCE -> school.absence(ZOSIA, "2026-%02d-10".formatted(9 + pick % 3));
      case CORRECT -> {
        if (!grades.isEmpty()) {
          school.correct(grades.get(pick % grades.size()), "5");
        }
      }
      case TIMETABLE -> school.timetable(classOf(pick));
      case DELAYED -> delayed();
      case DUE_JOB -> school.dueBumps();
      case MOVE -> school.move(ZOSIA, classOf(pick));
      case BLOCK -> school.block(Category.GRADES, pick % 2 == 0);
      case ENABLE -> school.enable(MOTHER, pick % 2 == 0);
      case LINK_MOTHER -> links.add(world.consent(MOTHER));
      case LINK_FATHER -> links.add(world.consent(FATHER));
      case LINK_ONCE -> {
        if (world.copy.strings("select 1 from links where status = 'ACTIVE'").isEmpty()) {
          links.add(world.consent(MOTHER));
        }
      }
      case WITHDRAW -> {
        if (!links.isEmpty()) {
          world.withdraw(links.get(pick % links.size()));
        }
      }
      case REGISTERS -> world.sendRegisters();
      case SCHOOL_DOWN -> world.registers.down = true;
      case SCHOOL_UP -> world.registers.down = false;
      case RECONCILE -> reconcile();
      default -> transport(step, pick);
    }
  }

  private static UUID classOf(int pick) {
    return pick % 2 == 0 ? SchoolSide.CLASS_A : SchoolSide.CLASS_B;
  }

  /** Entered with its due time; shown by the renderer, bumped by the job. */
  private void delayed() {
    Instant due = Instant.now().truncatedTo(ChronoUnit.MICROS);
    school.tx(
        c -> {
          DocumentBumps.dueAt(c, SchoolSide.grades(ZOSIA), due);
          return SchoolRows.insertGrade(c, ZOSIA, "5", due);
        });
  }

  private void reconcile() {
    if (!world.registers.down) {
      int repairs = world.reconcile().total();
      assertThat(hasFault() || repairs == 0).as("repaired %d of nothing", repairs).isTrue();
    }
  }

  private void transport(Step step, int pick) {
    switch (step) {
      case RELAY -> world.relay();
      case RENDER_ONLY -> late.addAll(school.render());
      case ADVANCE_LATE -> {
        world.bus.addAll(late);
        school.advance(late);
        late.clear();
      }
      case RELAY_CRASH -> late.clear();
      case DELIVER -> deliver(pick, true);
      case DELIVER_TWICE -> deliver(pick, false);
      case LOSE -> world.bus.clear();
      case LOSE_ROW -> loseRows("documents", "category <> 'ACCESS'");
      case LOSE_TIMELINE -> {
        loseRows("timeline", "true");
        loseRows("documents", "category <> 'ACCESS'");
      }
      default -> restore(step);
    }
  }

  private void deliver(int pick, boolean remove) {
    if (!world.bus.isEmpty()) {
      int at = pick % world.bus.size();
      world.deliver(remove ? world.bus.remove(at) : world.bus.get(at));
    }
  }

  private void loseRows(String table, String which) {
    world.copy.asSuperuser("delete from " + table + " where " + which);
    isVersionKept = false;
  }

  /** Never both in one history, and the copy not to before an end that Synergia has not heard. */
  private void restore(Step step) {
    switch (step) {
      case BACK_UP_SCHOOL -> {
        school.database.backUp();
        hasSchoolBackup = true;
      }
      case RESTORE_SCHOOL -> {
        if (hasSchoolBackup && !hasCopyBackup) {
          school.database.restore();
          school.raiseEpoch();
        }
      }
      case BACK_UP_COPY -> {
        if (!hasSchoolBackup) {
          world.copy.backUp();
          hasCopyBackup = true;
        }
      }
      default -> {
        if (hasCopyBackup && hasHeardEveryEnd()) {
          world.copy.restore();
          world.raiseCopyEpoch();
          isVersionKept = false;
        }
      }
    }
  }

  private boolean hasHeardEveryEnd() {
    List<String> heard =
        school.database.strings("select link_id::text from grants where state = 'ENDED'");
    return heard.containsAll(
        world.copy.strings("select id::text from links where status = 'REVOKED'"));
  }

  /** Everybody answers again, and a copy in quarantine is compared. */
  void stopFaults() {
    world.registers.down = false;
    if (!world.copy.strings("select 1 from school_epochs where quarantined").isEmpty()) {
      world.reconcile();
    }
    school.dueBumps();
    world.settle();
  }

  void withdrawAll() {
    links.forEach(world::withdraw);
  }
}
