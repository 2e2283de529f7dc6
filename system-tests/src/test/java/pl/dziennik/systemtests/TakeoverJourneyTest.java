package pl.dziennik.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.dziennik.systemtests.client.Answer;
import pl.dziennik.systemtests.client.Api;
import pl.dziennik.systemtests.client.Browser;
import pl.dziennik.systemtests.client.SignIn.Session;
import pl.dziennik.systemtests.journey.Consumer;
import pl.dziennik.systemtests.journey.FamilyApp;
import pl.dziennik.systemtests.journey.Patience;

/** Somebody knows the password of an account, or guesses at it; its mailbox takes it back. */
class TakeoverJourneyTest {
  private static final String OWN = "calkiem-nowe-haslo";
  private static final int GUESSES = 12;

  private final Platform platform = Platform.running();
  private final Canary canary = new Canary(platform);
  private final String name = "Rybitwa" + UUID.randomUUID().toString().substring(0, 8);
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

    setsAPassword(anna);

    assertThat(old.get("/accounts/v1/me").expect(401).code()).isEqualTo("invalid-token");
    for (String path : new String[] {"/family/v1/links", "/notifications/v1/devices"}) {
      Patience.until(
          "the news of it at " + path,
          () -> Optional.of(old.get(path)).filter(a -> a.status() == 401));
    }
  }

  /** Under 13 only the parent's mailbox was ever asked: the child's address may be anybody's. */
  @Test
  void whoeverReadsTheMailboxOfAChildsAccountSeesNothingOfTheChild() {
    Consumer parent = Consumer.somebody(platform.places());
    Consumer child = Consumer.somebody(platform.places()).confirmedBy(parent);
    Family family = Family.of(platform, name, child);
    FamilyApp app = family.app();
    family.linksWith(app, new Browser());
    String token = parent.tokenInMailTo(parent.email(), "/confirm-link");
    platform
        .anonymous()
        .post("/family/v1/guardian-decisions", Map.of("token", token, "decision", "CONFIRM"))
        .expect(204);
    app.waitsFor(family.pupil(), "grades", g -> g.path("complete").asBoolean());

    setsAPassword(child);

    // Until the news has come 503, and within the second of the new password 401; never the child.
    FamilyApp taken =
        Patience.until(
            "the news of the new holder",
            () ->
                Optional.of(new FamilyApp(platform.places(), child.signedIn(OWN)))
                    .filter(own -> seesNothing(own, family.pupil())));
    taken.reads(family.pupil(), "grades").expect(404);
    assertThat(taken.api().get("/family/v1/links").expect(200).json().path("items")).isEmpty();
    Patience.until(
        "the erasure of " + name, () -> Optional.of(canary.find(name)).filter(List::isEmpty));
  }

  @Test
  void whoIsLockedOutByGuessesGetsInByTheMailbox() {
    for (int i = 0; i < GUESSES; i++) {
      assertThat(anna.canLogIn("zgaduje-po-raz-" + i)).isFalse();
    }
    assertThat(anna.canLogIn(Consumer.PASSWORD)).as("locked").isFalse();

    setsAPassword(anna);

    assertThat(anna.canLogIn(OWN)).isTrue();
  }

  /**
   * @return false while nothing is answered yet
   */
  private static boolean seesNothing(FamilyApp app, String pupil) {
    Answer grades = app.reads(pupil, "grades");
    assertThat(grades.status()).isIn(401, 503, 404);
    return grades.status() == 404;
  }

  private void setsAPassword(Consumer holder) {
    Api anonymous = platform.anonymous();
    anonymous.post("/accounts/v1/password-resets", Map.of("email", holder.email())).expect(202);
    String token = holder.tokenInMailTo(holder.email(), "/reset-password");
    anonymous
        .post("/accounts/v1/password-resets/confirmations", Map.of("token", token, "password", OWN))
        .expect(204);
  }
}
