package pl.dziennik.synergia.teaching;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import pl.dziennik.support.problem.Problem;

/** Days as the school counts them. */
public final class SchoolDay {
  public static final ZoneId ZONE = ZoneId.of("Europe/Warsaw");

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2199;

  private SchoolDay() {}

  /**
   * A day that somebody asks for; years that no database holds are refused.
   *
   * @throws Problem 400 {@code invalid-request}
   */
  public static LocalDate asked(LocalDate day, String field) {
    if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
      throw Problem.of(400, "invalid-request", "No school keeps such a day.")
          .field(field, "not a day of ours");
    }
    return day;
  }

  public static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }
}
