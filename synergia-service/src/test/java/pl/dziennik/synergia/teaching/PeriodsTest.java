package pl.dziennik.synergia.teaching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.dziennik.events.document.DocumentKey;

class PeriodsTest {
  private static final Term.Year YEAR =
      new Term.Year(
          new UUID(0, 1),
          "2026/27",
          LocalDate.of(2026, 9, 1),
          LocalDate.of(2027, 2, 1),
          LocalDate.of(2027, 6, 25));

  @Test
  void aDayHasItsTermAndDaysOutsideTheYearNone() {
    assertThat(YEAR.termOf(LocalDate.of(2026, 9, 1)).orElseThrow().period()).isEqualTo("2026/27-1");
    assertThat(YEAR.termOf(LocalDate.of(2027, 1, 31)).orElseThrow().number()).isEqualTo(1);
    assertThat(YEAR.termOf(LocalDate.of(2027, 2, 1)).orElseThrow().period()).isEqualTo("2026/27-2");
    assertThat(YEAR.termOf(LocalDate.of(2026, 8, 31))).isEmpty();
    assertThat(YEAR.termOf(LocalDate.of(2027, 6, 26))).isEmpty();
  }

  @Test
  void aWeekIsNamedByIsoAndFoundAgain() {
    assertThat(SchoolWeek.period(LocalDate.of(2026, 11, 24))).isEqualTo("2026-W48");
    assertThat(SchoolWeek.period(LocalDate.of(2027, 1, 1))).isEqualTo("2026-W53");
    for (LocalDate day = LocalDate.of(2024, 1, 1); day.getYear() < 2032; day = day.plusDays(1)) {
      assertThat(SchoolWeek.mondayOf(SchoolWeek.period(day))).isEqualTo(SchoolWeek.monday(day));
    }
  }

  @Test
  void aPlanTouchesEveryWeekOfItsDays() {
    assertThat(
            SchoolWeek.documents(
                new UUID(0, 1),
                new UUID(0, 2),
                LocalDate.of(2026, 12, 30),
                LocalDate.of(2027, 1, 4)))
        .extracting(DocumentKey::period)
        .containsExactly("2026-W53", "2027-W01");
  }
}
