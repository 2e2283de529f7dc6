package pl.dziennik.systemtests.journey;

import java.time.LocalDate;
import java.util.Map;

/**
 * The school year of a day, which ends where the next one begins: a real one ends in June, but this
 * story can be told in July too.
 */
record SchoolYear(int startYear) {
  private static final int SEPTEMBER = 9;

  static SchoolYear of(LocalDate day) {
    return new SchoolYear(day.getYear() - (day.getMonthValue() < SEPTEMBER ? 1 : 0));
  }

  LocalDate startsOn() {
    return LocalDate.of(startYear, SEPTEMBER, 1);
  }

  LocalDate endsOn() {
    return startsOn().plusYears(1).minusDays(1);
  }

  /** What an administrator enters of it. */
  Map<String, Object> asEntered() {
    return Map.of(
        "label", "%d/%02d".formatted(startYear, (startYear + 1) % 100),
        "startsOn", startsOn().toString(),
        "secondTermStartsOn", LocalDate.of(startYear + 1, 2, 1).toString(),
        "endsOn", endsOn().toString());
  }
}
