package pl.dziennik.notification;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The service's clock in tests: the real time, moved as a test says. */
final class MovableClock extends Clock {
  private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

  static void ahead(Duration by) {
    AHEAD.set(by);
  }

  static void now() {
    ahead(Duration.ZERO);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(AHEAD.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  /** Takes the place of the real one. */
  static class Producer {
    @Produces
    @Singleton
    Clock movable() {
      return new MovableClock();
    }
  }
}
