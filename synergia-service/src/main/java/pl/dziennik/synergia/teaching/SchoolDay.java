package pl.dziennik.synergia.teaching;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days as the school counts them. */
public final class SchoolDay {
  public static final ZoneId ZONE = ZoneId.of("Europe/Warsaw");

  private SchoolDay() {}

  public static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }
}
