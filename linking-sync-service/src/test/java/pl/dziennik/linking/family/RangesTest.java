package pl.dziennik.linking.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.dziennik.support.problem.Problem;

/** Which days and months a read takes. */
class RangesTest {
  private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 25);

  @Test
  void withoutDaysItIsTheWeekOfToday() {
    assertThat(DayRange.of(Optional.empty(), Optional.empty(), WEDNESDAY))
        .isEqualTo(new DayRange(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 29)));
  }

  @Test
  void withOneDayItIsSeven() {
    assertThat(DayRange.of(Optional.of(WEDNESDAY), Optional.empty(), WEDNESDAY).to())
        .isEqualTo(LocalDate.of(2026, 12, 1));
    assertThat(DayRange.of(Optional.empty(), Optional.of(WEDNESDAY), WEDNESDAY).from())
        .isEqualTo(LocalDate.of(2026, 11, 19));
  }

  @Test
  void weeksOfTwoYearsAreNamedAsIsoNamesThem() {
    DayRange range = new DayRange(LocalDate.of(2026, 12, 27), LocalDate.of(2027, 1, 4));

    assertThat(range.periods()).containsExactly("2026-W52", "2026-W53", "2027-W01");
    assertThat(range.cuts("2026-W52")).isTrue();
    assertThat(range.cuts("2026-W53")).isFalse();
    assertThat(range.cuts("2027-W01")).isTrue();
  }

  @Test
  void sixtyTwoDaysAreTheMost() {
    LocalDate from = LocalDate.of(2026, 9, 1);
    assertThat(new DayRange(from, from.plusDays(61)).periods()).hasSize(9);
    assertThatThrownBy(() -> new DayRange(from, from.plusDays(62))).isInstanceOf(Problem.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11, 2026-09, 2026-11",
    "2026-09, 2026-09, 2026-09",
    "2026-08, 2025-09, 2026-08",
    "2027-01, 2026-09, 2027-01",
  })
  void withoutMonthsItIsTheSchoolYearSoFar(YearMonth now, YearMonth from, YearMonth to) {
    assertThat(MonthRange.of(Optional.empty(), Optional.empty(), now))
        .isEqualTo(new MonthRange(from, to));
  }

  @Test
  void aBeginningAheadIsThatMonth() {
    YearMonth ahead = YearMonth.of(2027, 3);
    assertThat(MonthRange.of(Optional.of(ahead), Optional.empty(), YearMonth.of(2026, 11)))
        .isEqualTo(new MonthRange(ahead, ahead));
  }

  @Test
  void twentyFourMonthsAreTheMost() {
    YearMonth from = YearMonth.of(2024, 9);
    assertThat(new MonthRange(from, from.plusMonths(23)).periods())
        .hasSize(24)
        .startsWith("2024-09")
        .endsWith("2026-08");
    assertThatThrownBy(() -> new MonthRange(from, from.plusMonths(24))).isInstanceOf(Problem.class);
  }
}
