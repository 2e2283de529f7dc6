package pl.dziennik.linking.family;

import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Months of attendance, both ends included. */
record MonthRange(YearMonth from, YearMonth to) {
  private static final int MAX_MONTHS = 24;

  MonthRange {
    if (from.isAfter(to)) {
      throw Asked.wrong("from", "is after to");
    }
    if (from.until(to, ChronoUnit.MONTHS) >= MAX_MONTHS) {
      throw Asked.wrong("to", "at most " + MAX_MONTHS + " months");
    }
  }

  /**
   * Without an end, up to this month; without a beginning, from the September of the end's school
   * year.
   */
  static MonthRange of(Optional<YearMonth> from, Optional<YearMonth> to, YearMonth now) {
    YearMonth end = to.orElseGet(() -> from.filter(f -> f.isAfter(now)).orElse(now));
    return new MonthRange(from.orElseGet(() -> september(end)), end);
  }

  /** Periods of the documents. */
  List<String> periods() {
    return Stream.iterate(from, m -> !m.isAfter(to), m -> m.plusMonths(1))
        .map(YearMonth::toString)
        .toList();
  }

  private static YearMonth september(YearMonth month) {
    boolean isSameYear = month.getMonth().compareTo(Month.SEPTEMBER) >= 0;
    return YearMonth.of(month.getYear() - (isSameYear ? 0 : 1), Month.SEPTEMBER);
  }
}
