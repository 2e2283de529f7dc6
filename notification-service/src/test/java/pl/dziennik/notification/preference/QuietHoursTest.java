package pl.dziennik.notification.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class QuietHoursTest {
  private final QuietHours night = new QuietHours(true, QuietHours.NIGHT_FROM, QuietHours.NIGHT_TO);

  @Test
  void theNightEndsInTheMorningOfPoland() {
    assertMoved("2026-11-25T21:00:00Z", "2026-11-26T06:00:00Z");
    assertMoved("2026-11-26T02:00:00Z", "2026-11-26T06:00:00Z");
    assertMoved("2026-11-26T05:59:59Z", "2026-11-26T06:00:00Z");
    assertMoved("2026-06-10T20:30:00Z", "2026-06-11T05:00:00Z");
  }

  @Test
  void byDayNothingWaits() {
    assertMoved("2026-11-25T06:00:00Z", "2026-11-25T06:00:00Z");
    assertMoved("2026-11-25T20:59:59Z", "2026-11-25T20:59:59Z");
  }

  @Test
  void theNightsOnWhichTheClockChangesEndAtSevenToo() {
    assertMoved("2026-03-28T22:00:00Z", "2026-03-29T05:00:00Z");
    assertMoved("2026-10-24T21:00:00Z", "2026-10-25T06:00:00Z");
  }

  @Test
  void silenceWithinADayAndNone() {
    QuietHours lessons = new QuietHours(true, LocalTime.of(8, 0), LocalTime.of(15, 0));
    Instant noon = Instant.parse("2026-11-25T11:00:00Z");
    Instant evening = Instant.parse("2026-11-25T18:00:00Z");

    assertThat(lessons.notBefore(noon)).isEqualTo(Instant.parse("2026-11-25T14:00:00Z"));
    assertThat(lessons.notBefore(evening)).isEqualTo(evening);
    assertThat(new QuietHours(false, LocalTime.of(8, 0), LocalTime.of(15, 0)).notBefore(noon))
        .isEqualTo(noon);
  }

  private void assertMoved(String at, String to) {
    assertThat(night.notBefore(Instant.parse(at))).as(at).isEqualTo(Instant.parse(to));
  }
}
