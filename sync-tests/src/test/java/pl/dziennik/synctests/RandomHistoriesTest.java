package pl.dziennik.synctests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import pl.dziennik.testkit.SeededHistories;

/**
 * Random histories of writers, relays, links, restores and a bus that delays, doubles, reorders and
 * loses. {@code -Dsync.histories.seconds} sets how long, {@code -Dsync.histories.seed} where it
 * begins. Half of the histories lose nothing, and there no reconciliation may repair anything.
 */
class RandomHistoriesTest extends SyncTest {
  private static final Logger LOG = Logger.getLogger(RandomHistoriesTest.class);
  private static final int STEPS = 40;
  private static final int KINDS = 4;

  record Move(Step step, int pick) {}

  @Test
  void whateverHappensTheCopySettlesOnTheSourceAndNeverHoldsMoreThanConsented() {
    long seed = Long.getLong("sync.histories.seed", System.currentTimeMillis());
    int seconds = Integer.getInteger("sync.histories.seconds", 180);
    LOG.infof("histories from seed %d for %d s", seed, seconds);
    int runs =
        new SeededHistories<>(RandomHistoriesTest::steps, (steps, s) -> trial(steps))
            .run(seed, Duration.ofSeconds(seconds));

    LOG.infof("%d histories of %d steps from seed %d", runs, STEPS, seed);
    assertThat(runs).isPositive();
  }

  private static List<Move> steps(Random random) {
    List<Step> steps = Step.of(random.nextInt(KINDS));
    List<Move> out = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      out.add(new Move(steps.get(random.nextInt(steps.size())), random.nextInt(1 << 20)));
    }
    return out;
  }

  private void trial(List<Move> moves) {
    world.begin();
    History history = new History(world);
    HistoryChecks checks = new HistoryChecks(world);
    for (Move move : moves) {
      history.act(move.step, move.pick);
      checks.afterAStep(move.toString(), history.isVersionKept());
    }
    history.stopFaults();
    int repairs = world.repairAll();
    if (!history.hasFault()) {
      assertThat(repairs).as("repairs though nothing was lost").isZero();
      assertThat(world.factIds()).as("P4, announced twice").doesNotHaveDuplicates();
    }
    assertThat(world.differences()).as("P1").isEmpty();
    assertThat(world.repairAll()).as("repairs after all is repaired").isZero();
    if (history.isPlain()) {
      checks.everybodyWasTold();
    }
    history.withdrawAll();
    world.settle();
    assertThat(world.copy.count("documents") + world.copy.count("timeline")).as("P2").isZero();
    assertThat(world.school.database.strings("select 1 from grants where state = 'LIVE'"))
        .as("P6")
        .isEmpty();
    school.grade(SchoolSide.ZOSIA, "1");
    assertThat(school.render()).as("P3").isEmpty();
  }
}
