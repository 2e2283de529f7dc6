package pl.dziennik.synergia.grade;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Sum of value times weight over sum of weights, of the grades that count. */
final class WeightedAverage {
  private WeightedAverage() {}

  /**
   * @param weight 0 or more; 0 does not count
   */
  record Part(GradeValue value, int weight, boolean counted) {
    private boolean counts() {
      return counted && weight > 0 && value.hundredths().isPresent();
    }
  }

  /** Two decimals, half up; empty when nothing counts. */
  static Optional<BigDecimal> of(List<Part> parts) {
    long weights = 0;
    long sum = 0;
    for (Part part : parts) {
      if (part.counts()) {
        weights += part.weight();
        sum += (long) part.value().hundredths().getAsInt() * part.weight();
      }
    }
    return weights == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(sum, 2)
                .divide(BigDecimal.valueOf(weights), 2, RoundingMode.HALF_UP));
  }
}
