package pl.dziennik.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pl.dziennik.systemtests.client.Api;
import pl.dziennik.systemtests.client.Browser;
import pl.dziennik.systemtests.client.SignIn.Session;
import pl.dziennik.systemtests.journey.Consumer;
import pl.dziennik.systemtests.journey.Patience;

/** Somebody knows the password of an account, or guesses at it; its mailbox takes it back. */
class TakeoverJourneyTest {
  private static final String OWN = "calkiem-nowe-haslo";
  private static final int GUESSES = 12;

  private final Platform platform = Platform.running();
  private final Consumer anna = Consumer.somebody(platform.places()).activated();

  @Test
  void noPageForANewPasswordCanBeKeptOpenUntilTheOwnerHasSetAnother() {
    Browser parked =
        anna.signIn()
            .wishing("UPDATE_PASSWORD")
            .enter(new Browser(), anna.email(), Consumer.PASSWORD);

    assertThat(parked.hasForm("kc-passwd-update-form")).isFalse();
    assertThat(parked.isAtClient()).isTrue();
  }

  @Test
  void tokensOfBeforeOpenNothingAnyMore() {
    Session before = anna.signIn().complete(anna.email(), Consumer.PASSWORD);
    Api old = platform.anonymous().as(before.accessToken());
    old.get("/accounts/v1/me").expect(200);

    setsAPassword();

    assertThat(old.get("/accounts/v1/me").expect(401).code()).isEqualTo("invalid-token");
    for (String path : new String[] {"/family/v1/links", "/notifications/v1/devices"}) {
      Patience.until(
          "the news of it at " + path,
          () -> Optional.of(old.get(path)).filter(a -> a.status() == 401));
    }
  }

  @Test
  void whoIsLockedOutByGuessesGetsInByTheMailbox() {
    for (int i = 0; i < GUESSES; i++) {
      assertThat(anna.canLogIn("zgaduje-po-raz-" + i)).isFalse();
    }
    assertThat(anna.canLogIn(Consumer.PASSWORD)).as("locked").isFalse();

    setsAPassword();

    assertThat(anna.canLogIn(OWN)).isTrue();
  }

  private void setsAPassword() {
    Api anonymous = platform.anonymous();
    anonymous.post("/accounts/v1/password-resets", Map.of("email", anna.email())).expect(202);
    String token = anna.tokenInMailTo(anna.email(), "/reset-password");
    anonymous
        .post("/accounts/v1/password-resets/confirmations", Map.of("token", token, "password", OWN))
        .expect(204);
  }
}
