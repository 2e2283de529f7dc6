package pl.dziennik.support.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.token.Holders.Holder;

/** A password was set anew at 8:00:00.300. */
class HolderFilterTest {
  private static final Instant CHANGED = Instant.parse("2026-09-14T08:00:00.300Z");

  @ParameterizedTest
  @CsvSource({
    "2026-09-14T07:59:59Z, invalid-token",
    "2026-09-14T08:00:00Z, invalid-token",
    "2026-09-14T08:00:01Z, ''",
  })
  void aTokenCountsFromTheNextSecondOn(Instant issuedAt, String code) {
    assertThat(
            HolderFilter.refusal(new Holder(CHANGED, true), issuedAt, true)
                .map(Problem::code)
                .orElse(""))
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "false, false, ''",
    "false, true, ''",
    "true, true, ''",
    "true, false, account-not-known-yet",
  })
  void whoHasProvedTheAddressWaitsUntilThatIsKnown(boolean told, boolean known, String code) {
    assertThat(
            HolderFilter.refusal(new Holder(Instant.EPOCH, known), CHANGED, told)
                .map(Problem::code)
                .orElse(""))
        .isEqualTo(code);
  }
}
