package pl.dziennik.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.mailer.MockMailbox;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A forgotten password. */
@AccountTest
class PasswordResetIT {
  @Inject MockMailbox mailbox;
  @Inject FakeIdentity identity;

  @Test
  void aForgottenPasswordIsReplacedOnceAndAStrangerLearnsNothing() {
    Person anna = Person.activated(mailbox);
    int before = anna.mailsTo(anna.email()).size();
    Person.post("/password-resets", Map.of("email", anna.email())).then().statusCode(202);
    Person.post("/password-resets", Map.of("email", "nikt@poczta.example")).then().statusCode(202);
    String token = anna.tokenInMail(anna.email(), "/reset-password", before + 1);

    reset(token, "calkiem-nowe-haslo").then().statusCode(204);

    assertThat(identity.canLogIn(anna.email(), "calkiem-nowe-haslo")).isTrue();
    reset(token, "jeszcze-inne-haslo").then().statusCode(410);
    assertThat(mailbox.getMailsSentTo("nikt@poczta.example")).isEmpty();
  }

  private static Response reset(String token, String password) {
    return Person.post(
        "/password-resets/confirmations", Map.of("token", token, "password", password));
  }
}
