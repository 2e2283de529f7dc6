package pl.dziennik.notification.delivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What a push service answered.
 *
 * @param status HTTP status, 0 when it did not answer
 * @param retryAfter its {@code Retry-After}, in seconds or as a date
 */
record PushAnswer(int status, Optional<String> retryAfter) {
  private static final int MAX_SHIFT = 10;
  private static final Duration MAX_BACKOFF = Duration.ofHours(1);

  static PushAnswer none() {
    return new PushAnswer(0, Optional.empty());
  }

  /**
   * @param attempt the how-manieth this was, from 1
   * @param base pause after the first attempt; it doubles with each, up to an hour
   */
  PushOutcome outcome(Instant now, int attempt, Duration base, Instant expiresAt) {
    return switch (status) {
      case 200, 201, 202, 204 -> new PushOutcome.Sent();
      case 404, 410 -> new PushOutcome.Gone();
      default -> isPassing() ? later(now, attempt, base, expiresAt) : new PushOutcome.Failed();
    };
  }

  private boolean isPassing() {
    return status == 0 || status == 408 || status == 429 || status >= 500;
  }

  private PushOutcome later(Instant now, int attempt, Duration base, Instant expiresAt) {
    Duration backoff = base.multipliedBy(1L << Math.min(MAX_SHIFT, attempt - 1));
    Instant ours = now.plus(backoff.compareTo(MAX_BACKOFF) < 0 ? backoff : MAX_BACKOFF);
    Instant at = wished(now).filter(ours::isBefore).orElse(ours);
    return at.isBefore(expiresAt) ? new PushOutcome.Later(at) : new PushOutcome.Failed();
  }

  private Optional<Instant> wished(Instant now) {
    try {
      return retryAfter.map(
          text ->
              text.strip().chars().allMatch(Character::isDigit)
                  ? now.plusSeconds(Integer.parseInt(text.strip()))
                  : ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                      .toInstant());
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
