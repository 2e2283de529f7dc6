package pl.dziennik.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random histories: a seed makes a list of steps, a trial runs them from a fresh start. A failing
 * history is shortened by dropping steps as long as it still fails; the failure names the seed and
 * the shortest form.
 */
public final class SeededHistories<S> {
  private final Maker<S> maker;
  private final Trial<S> trial;

  /** Makes the steps of one history. */
  @FunctionalInterface
  public interface Maker<S> {
    List<S> steps(Random random);
  }

  /** Runs a history from a fresh start; throws when a property is broken. */
  @FunctionalInterface
  public interface Trial<S> {
    void run(List<S> steps, long seed) throws Exception;
  }

  public SeededHistories(Maker<S> maker, Trial<S> trial) {
    this.maker = maker;
    this.trial = trial;
  }

  /**
   * Runs histories with seeds {@code first, first + 1, ...} until the time is over, at least one.
   */
  public int run(long first, Duration budget) {
    long end = System.nanoTime() + budget.toNanos();
    int runs = 0;
    do {
      once(first + runs);
      runs++;
    } while (System.nanoTime() < end);
    return runs;
  }

  /** Runs one history. */
  public void once(long seed) {
    List<S> steps = maker.steps(new Random(seed));
    Throwable failure = failure(steps, seed);
    if (failure != null) {
      List<S> shortest = shorten(steps, seed);
      Throwable last = failure(shortest, seed);
      throw new AssertionError(
          "seed "
              + seed
              + ", "
              + shortest.size()
              + " of "
              + steps.size()
              + " steps:\n  "
              + String.join("\n  ", shortest.stream().map(Object::toString).toList()),
          last == null ? failure : last);
    }
  }

  private List<S> shorten(List<S> steps, long seed) {
    List<S> best = steps;
    for (int chunk = Math.max(1, best.size() / 2); chunk >= 1; chunk /= 2) {
      for (int from = 0; from < best.size(); ) {
        List<S> shorter = new ArrayList<>(best);
        shorter.subList(from, Math.min(best.size(), from + chunk)).clear();
        if (!shorter.isEmpty() && failure(shorter, seed) != null) {
          best = shorter;
        } else {
          from += chunk;
        }
      }
    }
    return best;
  }

  private @org.jspecify.annotations.Nullable Throwable failure(List<S> steps, long seed) {
    try {
      trial.run(List.copyOf(steps), seed);
      return null;
    } catch (Exception | AssertionError e) {
      return e;
    }
  }
}
