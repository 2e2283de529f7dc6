package pl.dziennik.synergia.attendance;

import java.util.Arrays;
import java.util.Optional;

/** What is noted of a pupil in a lesson; the standard codes. A school's own map to one of these. */
public enum AttendanceCode {
  PRESENT("ob", Counts.PRESENT),
  ABSENT("nb", Counts.ABSENT),
  ABSENCE_EXCUSED("u", Counts.ABSENT),
  LATE("sp", Counts.PRESENT),
  LATE_EXCUSED("su", Counts.PRESENT),
  /** Exempt or sent home: outside the sum. */
  RELEASED("zw", Counts.NEUTRAL),
  /** Away for the school: a competition, a trip. */
  ABSENT_FOR_SCHOOL("ns", Counts.PRESENT);

  /** How a code stands in the frequency. */
  public enum Counts {
    PRESENT,
    ABSENT,
    NEUTRAL
  }

  private final String symbol;
  private final Counts counts;

  AttendanceCode(String symbol, Counts counts) {
    this.symbol = symbol;
    this.counts = counts;
  }

  public static Optional<AttendanceCode> of(String symbol) {
    return Arrays.stream(values()).filter(c -> c.symbol.equals(symbol)).findFirst();
  }

  public String symbol() {
    return symbol;
  }

  public Counts counts() {
    return counts;
  }

  /** A presence is no news: families' documents hold everything else. */
  public boolean isToldToFamilies() {
    return this != PRESENT;
  }
}
