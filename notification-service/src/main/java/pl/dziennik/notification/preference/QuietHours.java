package pl.dziennik.notification.preference;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When no push is sent: from one wall-clock time to another, usually over midnight, in Poland.
 *
 * @param from the first minute of silence
 * @param to the first minute after it; another time than {@code from}
 */
record QuietHours(boolean enabled, LocalTime from, LocalTime to) {
  /** Where the families of Polish schools live. */
  private static final ZoneId ZONE = ZoneId.of("Europe/Warsaw");

  static final LocalTime NIGHT_FROM = LocalTime.of(22, 0);
  static final LocalTime NIGHT_TO = LocalTime.of(7, 0);

  /** The given instant, or the end of the silence that it falls into. */
  Instant notBefore(Instant at) {
    ZonedDateTime local = at.atZone(ZONE);
    return enabled && contains(local.toLocalTime()) ? nextEnd(local).toInstant() : at;
  }

  private boolean contains(LocalTime time) {
    boolean afterStart = !time.isBefore(from);
    boolean beforeEnd = time.isBefore(to);
    return from.isBefore(to) ? afterStart && beforeEnd : afterStart || beforeEnd;
  }

  private ZonedDateTime nextEnd(ZonedDateTime local) {
    ZonedDateTime today = local.toLocalDate().atTime(to).atZone(ZONE);
    return today.isAfter(local) ? today : local.toLocalDate().plusDays(1).atTime(to).atZone(ZONE);
  }
}
