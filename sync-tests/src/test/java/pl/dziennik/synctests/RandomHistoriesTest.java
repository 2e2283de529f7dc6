package pl.dziennik.synctests;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.synctests.SchoolSide.FATHER;
import static pl.dziennik.synctests.SchoolSide.MOTHER;
import static pl.dziennik.synctests.SchoolSide.ZOSIA;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import pl.dziennik.events.document.Category;
import pl.dziennik.synergia.sync.RenderedDocument;
import pl.dziennik.testkit.SeededHistories;

/**
 * Random histories of writers, relays, links and a bus that delays, doubles, reorders and loses.
 * {@code -Dsync.histories.seconds} sets how long, {@code -Dsync.histories.seed} where it begins.
 */
class RandomHistoriesTest extends SyncTest {
  private static final Logger LOG = Logger.getLogger(RandomHistoriesTest.class);
  private static final int STEPS = 40;

  /** What can happen; {@code pick} chooses among what is there. */
  enum Step {
    GRADE,
    ABSENCE,
    CORRECT,
    MOVE,
    BLOCK,
    ENABLE,
    LINK_MOTHER,
    LINK_FATHER,
    WITHDRAW,
    REGISTERS,
    SCHOOL_DOWN,
    SCHOOL_UP,
    RELAY,
    RENDER_ONLY,
    ADVANCE_LATE,
    DELIVER,
    DELIVER_TWICE,
    LOSE,
    RECONCILE
  }

  record Move(Step step, int pick) {}

  private final List<UUID> links = new ArrayList<>();
  private final List<UUID> grades = new ArrayList<>();
  private final List<RenderedDocument> late = new ArrayList<>();
  private boolean hasLost;
  private boolean isBlocked;
  private boolean isEnabled = true;

  @Test
  void whateverHappensTheCopySettlesOnTheSourceAndNeverHoldsMoreThanConsented() {
    long seed = Long.getLong("sync.histories.seed", System.currentTimeMillis());
    int seconds = Integer.getInteger("sync.histories.seconds", 60);
    int runs =
        new SeededHistories<>(RandomHistoriesTest::history, (steps, s) -> trial(steps))
            .run(seed, Duration.ofSeconds(seconds));

    LOG.infof("%d histories of %d steps from seed %d", runs, STEPS, seed);
    assertThat(runs).isPositive();
  }

  private static List<Move> history(Random random) {
    List<Move> out = new ArrayList<>();
    Step[] steps = Step.values();
    for (int i = 0; i < STEPS; i++) {
      out.add(new Move(steps[random.nextInt(steps.length)], random.nextInt(1 << 20)));
    }
    return out;
  }

  private void trial(List<Move> history) {
    world.begin();
    links.clear();
    grades.clear();
    late.clear();
    hasLost = false;
    isBlocked = false;
    isEnabled = true;
    for (Move move : history) {
      act(move);
      assertThat(world.unneeded()).as("P2 after %s", move).isEmpty();
    }
    world.registers.down = false;
    world.settle();
    int repairs = world.repairAll();
    if (!hasLost) {
      assertThat(repairs).as("repairs though nothing was lost").isZero();
    }
    assertThat(world.differences()).as("P1").isEmpty();
    assertThat(new HashSet<>(world.factIds())).as("P4").hasSameSizeAs(world.factIds());
    links.forEach(world::withdraw);
    world.settle();
    assertThat(world.copy.count("documents") + world.copy.count("timeline")).as("P6").isZero();
    school.grade(ZOSIA, "1");
    assertThat(school.render()).as("P3").isEmpty();
  }

  private void act(Move move) {
    switch (move.step) {
      case GRADE -> grades.add(school.grade(ZOSIA, "4"));
      case ABSENCE -> school.absence(ZOSIA, "2026-%02d-10".formatted(9 + move.pick % 3));
      case CORRECT -> {
        if (!grades.isEmpty()) {
          school.correct(grades.get(move.pick % grades.size()), "5");
        }
      }
      case MOVE -> school.move(ZOSIA, move.pick % 2 == 0 ? SchoolSide.CLASS_A : SchoolSide.CLASS_B);
      case BLOCK -> {
        isBlocked = !isBlocked;
        school.block(Category.GRADES, isBlocked);
      }
      case ENABLE -> {
        isEnabled = !isEnabled;
        school.enable(MOTHER, isEnabled);
      }
      case LINK_MOTHER -> links.add(world.consent(MOTHER));
      case LINK_FATHER -> links.add(world.consent(FATHER));
      case WITHDRAW -> {
        if (!links.isEmpty()) {
          world.withdraw(links.get(move.pick % links.size()));
        }
      }
      default -> transport(move);
    }
  }

  private void transport(Move move) {
    switch (move.step) {
      case REGISTERS -> world.sendRegisters();
      case SCHOOL_DOWN -> world.registers.down = true;
      case SCHOOL_UP -> world.registers.down = false;
      case RELAY -> world.relay();
      case RENDER_ONLY -> late.addAll(school.render());
      case ADVANCE_LATE -> {
        world.bus.addAll(late);
        school.advance(late);
        late.clear();
      }
      case DELIVER -> deliver(move.pick, true);
      case DELIVER_TWICE -> deliver(move.pick, false);
      case LOSE -> {
        hasLost |= !world.bus.isEmpty();
        world.bus.clear();
      }
      case RECONCILE -> {
        if (!world.registers.down) {
          world.reconcile();
        }
      }
      default -> throw new IllegalArgumentException(move.toString());
    }
  }

  private void deliver(int pick, boolean remove) {
    if (!world.bus.isEmpty()) {
      int at = pick % world.bus.size();
      world.deliver(remove ? world.bus.remove(at) : world.bus.get(at));
    }
  }
}
