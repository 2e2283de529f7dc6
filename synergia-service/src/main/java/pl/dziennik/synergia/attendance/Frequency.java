package pl.dziennik.synergia.attendance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;

/** Lessons present over lessons present and absent; neutral ones stand outside. */
final class Frequency {
  private Frequency() {}

  /** Percent with one decimal, half up; empty when nothing counts. */
  static Optional<BigDecimal> percent(Collection<AttendanceCode> codes) {
    long present = count(codes, AttendanceCode.Counts.PRESENT);
    long all = present + count(codes, AttendanceCode.Counts.ABSENT);
    return all == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(present * 100)
                .divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP));
  }

  private static long count(Collection<AttendanceCode> codes, AttendanceCode.Counts counts) {
    return codes.stream().filter(c -> c.counts() == counts).count();
  }
}
