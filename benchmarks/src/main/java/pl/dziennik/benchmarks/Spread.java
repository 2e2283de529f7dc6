package pl.dziennik.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** Figures of one kind, in their own unit. */
final class Spread {
  private final double[] sorted;

  private Spread(double[] sorted) {
    this.sorted = sorted;
  }

  static Spread of(double... figures) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    return new Spread(sorted);
  }

  double median() {
    return quantile(0.5);
  }

  double worst() {
    return sorted[sorted.length - 1];
  }

  /** Nearest rank. */
  double quantile(double q) {
    int rank = (int) Math.ceil(q * sorted.length);
    return sorted[Math.max(0, rank - 1)];
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "median %.1f, 95 %% %.1f, worst %.1f (n=%d)",
        median(),
        quantile(0.95),
        worst(),
        sorted.length);
  }
}
