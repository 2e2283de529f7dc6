package pl.dziennik.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PushAnswerTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final Duration BASE = Duration.ofSeconds(30);
  private static final Instant TOMORROW = NOW.plus(Duration.ofHours(24));

  @Test
  void whatIsTakenIsSentAndWhatIsGoneIsGone() {
    assertThat(outcome(201, 1)).isEqualTo(new PushOutcome.Sent());
    assertThat(outcome(404, 1)).isEqualTo(new PushOutcome.Gone());
    assertThat(outcome(410, 1)).isEqualTo(new PushOutcome.Gone());
  }

  @Test
  void aRedirectAndARefusalAreFinal() {
    for (int status : new int[] {301, 302, 307, 308, 400, 401, 403, 413}) {
      assertThat(outcome(status, 1)).as("%d", status).isEqualTo(new PushOutcome.Failed());
    }
  }

  @Test
  void thePauseDoublesUpToAnHour() {
    assertThat(outcome(500, 1)).isEqualTo(later(30));
    assertThat(outcome(0, 2)).isEqualTo(later(60));
    assertThat(outcome(503, 4)).isEqualTo(later(240));
    assertThat(outcome(429, 40)).isEqualTo(later(3600));
  }

  @Test
  void aLaterWishOfTheServiceIsFollowedAndAnEarlierIsNot() {
    assertThat(wished("120")).isEqualTo(later(120));
    assertThat(wished("1")).isEqualTo(later(30));
    assertThat(wished("Wed, 25 Nov 2026 12:10:00 GMT")).isEqualTo(later(600));
    assertThat(wished("soon")).isEqualTo(later(30));
    assertThat(wished("99999999999999")).isEqualTo(later(30));
    assertThat(wished("")).isEqualTo(later(30));
  }

  @Test
  void afterADayItIsOver() {
    assertThat(wished("90000")).isEqualTo(new PushOutcome.Failed());
    assertThat(new PushAnswer(500, Optional.empty()).outcome(NOW, 1, BASE, NOW.plusSeconds(10)))
        .isEqualTo(new PushOutcome.Failed());
  }

  private static PushOutcome outcome(int status, int attempt) {
    return new PushAnswer(status, Optional.empty()).outcome(NOW, attempt, BASE, TOMORROW);
  }

  private static PushOutcome wished(String retryAfter) {
    return new PushAnswer(429, Optional.of(retryAfter)).outcome(NOW, 1, BASE, TOMORROW);
  }

  private static PushOutcome later(int seconds) {
    return new PushOutcome.Later(NOW.plusSeconds(seconds));
  }
}
