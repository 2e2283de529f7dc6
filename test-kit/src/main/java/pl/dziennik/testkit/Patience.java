package pl.dziennik.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/**
 * Waiting for what another thread brings about. The limit is far above what anything takes: it ends
 * a test that would wait for ever, and is no expectation of how fast something is.
 */
public final class Patience {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private Patience() {}

  /** Returns once the condition holds. */
  public static void until(Callable<Boolean> condition) {
    Awaitility.await().atMost(LIMIT).until(condition);
  }

  /** The value, once it is as the condition wants it. */
  public static <T> T until(Callable<T> value, Predicate<? super T> condition) {
    return Awaitility.await().atMost(LIMIT).until(value, condition::test);
  }

  /**
   * @param what is waited for, named in the failure
   */
  public static void until(String what, Callable<Boolean> condition) {
    Awaitility.await(what).atMost(LIMIT).until(condition);
  }
}
