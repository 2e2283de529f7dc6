package pl.dziennik.synergia.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.TreeMap;

/**
 * The school year around a day.
 *
 * @param today what is before is history
 */
record DemoYear(int startYear, LocalDate today) {

  /** In July and August it is still the year that has ended. */
  static DemoYear around(LocalDate today) {
    return new DemoYear(today.getMonthValue() >= 9 ? today.getYear() : today.getYear() - 1, today);
  }

  String label() {
    return "%d/%02d".formatted(startYear, (startYear + 1) % 100);
  }

  LocalDate startsOn() {
    return LocalDate.of(startYear, 9, 1);
  }

  LocalDate secondTermStartsOn() {
    return LocalDate.of(startYear + 1, 2, 1);
  }

  /** Classes end on the first Friday after 20 June. */
  LocalDate endsOn() {
    return LocalDate.of(startYear + 1, 6, 21).with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
  }

  int term() {
    return today.isBefore(secondTermStartsOn()) ? 1 : 2;
  }

  LocalDate termStartsOn() {
    return term() == 1 ? startsOn() : secondTermStartsOn();
  }

  /** The last day of lessons held so far. */
  LocalDate lastDay() {
    LocalDate yesterday = today.minusDays(1);
    return yesterday.isAfter(endsOn()) ? endsOn() : yesterday;
  }

  /** Public holidays and school breaks within the year, as of the act of 18 January 1951. */
  Map<LocalDate, String> freeDays() {
    Map<LocalDate, String> out = new TreeMap<>();
    int next = startYear + 1;
    out.put(LocalDate.of(startYear, 10, 14), "Dzień Edukacji Narodowej");
    out.put(LocalDate.of(startYear, 11, 1), "Wszystkich Świętych");
    out.put(LocalDate.of(startYear, 11, 11), "Narodowe Święto Niepodległości");
    LocalDate winterBreak = LocalDate.of(startYear, 12, 23);
    for (LocalDate day = winterBreak; day.getYear() == startYear; day = day.plusDays(1)) {
      out.put(day, "zimowa przerwa świąteczna");
    }
    out.put(LocalDate.of(next, 1, 1), "Nowy Rok");
    out.put(LocalDate.of(next, 1, 6), "Trzech Króli");
    out.put(LocalDate.of(next, 5, 1), "Święto Pracy");
    out.put(LocalDate.of(next, 5, 3), "Święto Konstytucji 3 Maja");
    return out;
  }
}
