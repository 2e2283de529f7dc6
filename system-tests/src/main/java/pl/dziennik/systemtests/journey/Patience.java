package pl.dziennik.systemtests.journey;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** Waiting for what comes by itself: mails, copies, pushes. */
public final class Patience {
  private static final Duration LIMIT = Duration.ofSeconds(120);
  private static final Duration STEP = Duration.ofMillis(50);

  private Patience() {}

  /**
   * The value, once it is there.
   *
   * @throws org.awaitility.core.ConditionTimeoutException naming what did not come
   */
  public static <T> T until(String what, Callable<Optional<T>> look) {
    return Awaitility.await(what)
        .atMost(LIMIT)
        .pollDelay(Duration.ZERO)
        .pollInterval(STEP)
        .until(look, Optional::isPresent)
        .orElseThrow();
  }
}
