package pl.dziennik.synergia;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The service's clock in tests: it goes on from a Wednesday morning in November 2026, whenever the
 * tests run. Their schools live in the year 2026/27, and the demonstration school, which is made
 * around today, has no grades yet in the first weeks of a term.
 */
final class SchoolClock {
  private static final Instant BEGIN = Instant.parse("2026-11-25T09:00:00Z");

  private SchoolClock() {}

  /** Takes the place of the real one. */
  static class Producer {
    @Produces
    @Singleton
    Clock ofTheSchool() {
      return Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), BEGIN));
    }
  }
}
