package pl.dziennik.linking.family;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Days of a timetable, both ends included. */
record DayRange(LocalDate from, LocalDate to) {
  private static final int MAX_DAYS = 62;
  private static final int DAYS_OF_WEEK = 7;

  DayRange {
    if (from.isAfter(to)) {
      throw Asked.wrong("from", "is after to");
    }
    if (from.until(to, ChronoUnit.DAYS) >= MAX_DAYS) {
      throw Asked.wrong("to", "at most " + MAX_DAYS + " days");
    }
  }

  /** Without both ends the week of today; without one, seven days. */
  static DayRange of(Optional<LocalDate> from, Optional<LocalDate> to, LocalDate today) {
    LocalDate begin =
        from.or(() -> to.map(t -> t.minusDays(DAYS_OF_WEEK - 1L))).orElseGet(() -> monday(today));
    return new DayRange(begin, to.orElseGet(() -> begin.plusDays(DAYS_OF_WEEK - 1L)));
  }

  /** Periods of the documents: every ISO week that has a day of the range. */
  List<String> periods() {
    return Stream.iterate(monday(from), m -> !m.isAfter(to), m -> m.plusWeeks(1))
        .map(DayRange::period)
        .toList();
  }

  /** Whether the range takes only some days of this week. */
  boolean cuts(String period) {
    return period.equals(period(from)) && from.getDayOfWeek() != DayOfWeek.MONDAY
        || period.equals(period(to)) && to.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static String period(LocalDate day) {
    return String.format(
        Locale.ROOT,
        "%04d-W%02d",
        day.get(IsoFields.WEEK_BASED_YEAR),
        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }
}
