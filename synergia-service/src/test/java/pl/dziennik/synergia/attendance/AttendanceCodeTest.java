package pl.dziennik.synergia.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.synergia.attendance.AttendanceCode.ABSENCE_EXCUSED;
import static pl.dziennik.synergia.attendance.AttendanceCode.ABSENT;
import static pl.dziennik.synergia.attendance.AttendanceCode.ABSENT_FOR_SCHOOL;
import static pl.dziennik.synergia.attendance.AttendanceCode.LATE;
import static pl.dziennik.synergia.attendance.AttendanceCode.PRESENT;
import static pl.dziennik.synergia.attendance.AttendanceCode.RELEASED;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttendanceCodeTest {

  @Test
  void knowsTheStandardCodesAndNoOthers() {
    assertThat(List.of("ob", "nb", "u", "sp", "su", "zw", "ns"))
        .allSatisfy(c -> assertThat(AttendanceCode.of(c).orElseThrow().symbol()).isEqualTo(c));
    assertThat(List.of("", "OB", "x", "ob "))
        .allSatisfy(c -> assertThat(AttendanceCode.of(c)).isEmpty());
  }

  @Test
  void anExcusedAbsenceIsStillAnAbsenceAndALateArrivalIsPresent() {
    assertThat(ABSENCE_EXCUSED.counts()).isEqualTo(AttendanceCode.Counts.ABSENT);
    assertThat(LATE.counts()).isEqualTo(AttendanceCode.Counts.PRESENT);
    assertThat(ABSENT_FOR_SCHOOL.counts()).isEqualTo(AttendanceCode.Counts.PRESENT);
  }

  @Test
  void theFrequencyLeavesOutTheReleased() {
    assertThat(Frequency.percent(List.of(PRESENT, LATE, ABSENT, RELEASED, RELEASED)))
        .contains(new BigDecimal("66.7"));
    assertThat(Frequency.percent(List.of(RELEASED))).isEmpty();
    assertThat(Frequency.percent(List.of())).isEmpty();
  }

  @Test
  void onlyPresenceIsNoNews() {
    assertThat(AttendanceCode.values())
        .filteredOn(c -> !c.isToldToFamilies())
        .containsExactly(PRESENT);
  }
}
