package pl.dziennik.synergia.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GradeValueTest {

  @Test
  void readsTheScaleWithItsSigns() {
    assertThat(hundredths("4")).isEqualTo(400);
    assertThat(hundredths("4+")).isEqualTo(450);
    assertThat(hundredths("4-")).isEqualTo(375);
    assertThat(hundredths("1-")).isEqualTo(75);
    assertThat(hundredths("6+")).isEqualTo(650);
  }

  @Test
  void aSymbolWithoutANumberIsNeverCounted() {
    for (String symbol :
        List.of("np", "bz", "nb", "nk", "zw", "zal", "nzal", "uc", "nu", "+", "-", "0")) {
      assertThat(GradeValue.of(symbol, GradeKind.CURRENT)).as(symbol).isPresent();
      assertThat(GradeValue.of(symbol, GradeKind.CURRENT).orElseThrow().hundredths()).isEmpty();
    }
  }

  @Test
  void refusesWhatIsNoGrade() {
    for (String symbol :
        List.of(
            "", " ", "7", "0+", "4++", "4 ", " 4", "+4", "NP", "4,5", "10", "４", "4\n", "bdb")) {
      assertThat(GradeValue.of(symbol, GradeKind.CURRENT)).as("<%s>", symbol).isEmpty();
    }
  }

  @Test
  void yearlyAndFinalGradesCarryNoSign() {
    for (GradeKind kind : List.of(GradeKind.YEARLY_PROPOSED, GradeKind.YEARLY, GradeKind.FINAL)) {
      assertThat(GradeValue.of("5", kind)).isPresent();
      assertThat(GradeValue.of("5-", kind)).isEmpty();
    }
    assertThat(GradeValue.of("5-", GradeKind.MID_YEAR)).isPresent();
  }

  @Test
  void onlyWhatStandsInPlaceOfATermGradeMayReplaceOne() {
    assertThat(GradeValue.of("nk", GradeKind.YEARLY)).isPresent();
    assertThat(GradeValue.of("zw", GradeKind.MID_YEAR)).isPresent();
    assertThat(GradeValue.of("np", GradeKind.YEARLY)).isEmpty();
    assertThat(GradeValue.of("+", GradeKind.MID_YEAR)).isEmpty();
  }

  private static int hundredths(String symbol) {
    return GradeValue.of(symbol, GradeKind.CURRENT).orElseThrow().hundredths().orElseThrow();
  }
}
