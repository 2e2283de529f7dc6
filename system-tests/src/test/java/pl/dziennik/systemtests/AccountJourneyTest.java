package pl.dziennik.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pl.dziennik.systemtests.client.Answer;
import pl.dziennik.systemtests.client.Api;
import pl.dziennik.systemtests.journey.Consumer;
import pl.dziennik.systemtests.journey.Patience;

/** From an e-mail address to an account, with real Keycloak and real mail. */
class AccountJourneyTest {
  private final Platform platform = Platform.running();
  private final Api anonymous = platform.anonymous();
  private final Canary canary = new Canary(platform);

  @Test
  void loginWorksAfterTheActivationAndDidNotBefore() {
    Consumer anna = Consumer.somebody(platform.places());
    String registration =
        anna.register(Map.of()).expect(202).json().path("registrationId").asText();
    assertThat(anna.canLogIn(Consumer.PASSWORD)).isFalse();
    String token = anna.tokenInMailTo(anna.email(), "/activate");

    activate(Map.of("token", token, "registrationId", registration)).expect(204);

    Answer me = anna.signedIn(Consumer.PASSWORD).get("/accounts/v1/me").expect(200);
    assertThat(me.json().path("email").asText()).isEqualTo(anna.email());
    assertThat(activate(Map.of("token", token, "registrationId", registration)).expect(410).code())
        .isEqualTo("link-used-or-expired");
  }

  @Test
  void somebodyElsesEarlierRegistrationGivesThemNothing() {
    Consumer victim = Consumer.somebody(platform.places());
    victim.register(Map.of("password", "haslo-napastnika")).expect(202);
    String token = victim.tokenInMailTo(victim.email(), "/activate");

    activate(Map.of("token", token, "password", "haslo-wlasciciela")).expect(204);

    assertThat(victim.canLogIn("haslo-napastnika")).isFalse();
    assertThat(victim.canLogIn("haslo-wlasciciela")).isTrue();
  }

  @Test
  void aParentDecidesForAChildUnder13() {
    Consumer child = Consumer.somebody(platform.places());
    Consumer parent = Consumer.somebody(platform.places());
    child
        .register(Map.of("ageBracket", "UNDER_THIRTEEN", "guardianEmail", parent.email()))
        .expect(202);
    String token = child.tokenInMailTo(parent.email(), "/confirm-child");
    assertThat(
            anonymous
                .post("/accounts/v1/guardian-decisions/details", Map.of("token", token))
                .expect(200)
                .json()
                .path("childEmail")
                .asText())
        .isEqualTo(child.email());
    assertThat(child.canLogIn(Consumer.PASSWORD)).isFalse();

    anonymous
        .post("/accounts/v1/guardian-decisions", Map.of("token", token, "decision", "CONFIRM"))
        .expect(204);

    assertThat(child.canLogIn(Consumer.PASSWORD)).isTrue();
  }

  @Test
  void aParentsRefusalLeavesNothingOfTheChild() {
    Consumer child = Consumer.somebody(platform.places());
    Consumer parent = Consumer.somebody(platform.places());
    child
        .register(Map.of("ageBracket", "UNDER_THIRTEEN", "guardianEmail", parent.email()))
        .expect(202);
    String token = child.tokenInMailTo(parent.email(), "/confirm-child");
    assertThat(canary.knowsUser(child.email())).as("the search finds who is there").isTrue();

    anonymous
        .post("/accounts/v1/guardian-decisions", Map.of("token", token, "decision", "REFUSE"))
        .expect(204);

    assertThat(canary.knowsUser(child.email())).isFalse();
    assertThat(child.canLogIn(Consumer.PASSWORD)).isFalse();
    Patience.until(
        "nothing of the child",
        () -> Optional.of(canary.find(child.email())).filter(List::isEmpty));
    assertThat(
            anonymous
                .post(
                    "/accounts/v1/guardian-decisions",
                    Map.of("token", token, "decision", "CONFIRM"))
                .expect(410)
                .code())
        .isEqualTo("link-used-or-expired");
  }

  @Test
  void aForgottenPasswordEndsTheOldOneAndItsSessions() {
    Consumer anna = Consumer.somebody(platform.places());
    String registration =
        anna.register(Map.of()).expect(202).json().path("registrationId").asText();
    activate(
            Map.of(
                "token",
                anna.tokenInMailTo(anna.email(), "/activate"),
                "registrationId",
                registration))
        .expect(204);
    var session = anna.signIn().complete(anna.email(), Consumer.PASSWORD);
    anonymous.post("/accounts/v1/password-resets", Map.of("email", anna.email())).expect(202);
    String token = anna.tokenInMailTo(anna.email(), "/reset-password");

    anonymous
        .post(
            "/accounts/v1/password-resets/confirmations",
            Map.of("token", token, "password", "calkiem-nowe-haslo"))
        .expect(204);

    assertThat(anna.canLogIn(Consumer.PASSWORD)).isFalse();
    assertThat(anna.canLogIn("calkiem-nowe-haslo")).isTrue();
    anonymous
        .form(
            "/auth/realms/librus/protocol/openid-connect/token",
            Map.of(
                "grant_type", "refresh_token",
                "client_id", "librus-app",
                "refresh_token", session.refreshToken()))
        .expect(400);
  }

  @Test
  void aSchoolLoginIsExplainedAndATokenOfTheSchoolOpensNothingHere() {
    Answer refused = Consumer.somebody(platform.places()).register(Map.of("email", "1000001"));
    assertThat(refused.expect(422).code()).isEqualTo("school-login-not-an-email");
    assertThat(refused.text()).contains("otrzymanych w szkole");

    assertThat(platform.operator().get("/accounts/v1/me").expect(401).code())
        .isEqualTo("invalid-token");
  }

  private Answer activate(Map<String, String> body) {
    return anonymous.post("/accounts/v1/activations", body);
  }
}
