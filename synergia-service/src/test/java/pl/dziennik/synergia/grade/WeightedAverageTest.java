package pl.dziennik.synergia.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pl.dziennik.testkit.SeededHistories;

class WeightedAverageTest {
  private static final List<String> SYMBOLS =
      List.of(
          "1", "1+", "2-", "2", "3-", "3", "4", "4+", "5-", "5", "6", "6+", "np", "bz", "+", "0");

  @Test
  void weighsEveryGrade() {
    assertThat(WeightedAverage.of(List.of(part("5", 7), part("3", 1))))
        .contains(new BigDecimal("4.75"));
    assertThat(WeightedAverage.of(List.of(part("4+", 1), part("4-", 1))))
        .contains(new BigDecimal("4.13"));
  }

  @Test
  void nothingCountedHasNoAverage() {
    assertThat(WeightedAverage.of(List.of())).isEmpty();
    assertThat(
            WeightedAverage.of(
                List.of(
                    part("5", 0),
                    part("np", 3),
                    new WeightedAverage.Part(new GradeValue("1"), 5, false))))
        .isEmpty();
  }

  @Test
  void liesBetweenTheExtremesWhateverTheOrderAndIgnoresWhatDoesNotCount() {
    new SeededHistories<WeightedAverage.Part>(
            WeightedAverageTest::grades, (parts, seed) -> check(parts, seed))
        .run(1, Duration.ofSeconds(1));
  }

  private static void check(List<WeightedAverage.Part> parts, long seed) {
    List<WeightedAverage.Part> counted =
        parts.stream()
            .filter(p -> p.counted() && p.weight() > 0 && p.value().hundredths().isPresent())
            .toList();
    var average = WeightedAverage.of(parts);
    assertThat(average.isPresent()).isEqualTo(!counted.isEmpty());
    assertThat(WeightedAverage.of(counted)).isEqualTo(average);
    List<WeightedAverage.Part> shuffled = new ArrayList<>(parts);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(WeightedAverage.of(shuffled)).isEqualTo(average);
    average.ifPresent(
        value -> {
          var values = counted.stream().mapToInt(p -> p.value().hundredths().getAsInt());
          var stats = values.summaryStatistics();
          assertThat(value)
              .isBetween(
                  BigDecimal.valueOf(stats.getMin(), 2), BigDecimal.valueOf(stats.getMax(), 2));
          double sum = 0;
          double weights = 0;
          for (WeightedAverage.Part p : counted) {
            sum += p.value().hundredths().getAsInt() / 100.0 * p.weight();
            weights += p.weight();
          }
          assertThat(value.subtract(BigDecimal.valueOf(sum / weights)).abs())
              .isLessThanOrEqualTo(new BigDecimal("0.0050001"));
          assertThat(value).isEqualTo(value.setScale(2, RoundingMode.UNNECESSARY));
        });
  }

  private static List<WeightedAverage.Part> grades(Random random) {
    List<WeightedAverage.Part> out = new ArrayList<>();
    for (int i = random.nextInt(30); i > 0; i--) {
      out.add(
          new WeightedAverage.Part(
              new GradeValue(SYMBOLS.get(random.nextInt(SYMBOLS.size()))),
              random.nextInt(11),
              random.nextInt(5) > 0));
    }
    return out;
  }

  private static WeightedAverage.Part part(String symbol, int weight) {
    return new WeightedAverage.Part(new GradeValue(symbol), weight, true);
  }
}
