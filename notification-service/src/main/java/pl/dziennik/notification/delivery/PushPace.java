package pl.dziennik.notification.delivery;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What time it is, and how long the first pause after a failed push is. */
@Singleton
class PushPace {
  private final Clock clock;
  private final Duration retryBase;

  PushPace(
      Clock clock, @ConfigProperty(name = "dziennik.notification.retry-base") Duration retryBase) {
    this.clock = clock;
    this.retryBase = retryBase;
  }

  Instant now() {
    return clock.instant();
  }

  Duration retryBase() {
    return retryBase;
  }
}
