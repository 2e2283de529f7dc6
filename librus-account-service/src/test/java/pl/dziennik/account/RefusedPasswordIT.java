package pl.dziennik.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.mailer.MockMailbox;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keycloak does not take every password: the field is named, and the link stays good. */
@AccountTest
class RefusedPasswordIT {
  @Inject MockMailbox mailbox;
  @Inject FakeIdentity identity;

  @Test
  void anActivationIsTriedAgainWithAnother() {
    Person anna = Person.somebody(mailbox);
    anna.registered();
    String token = anna.tokenInMail("/activate");

    refused(activate(token, anna.email()));
    activate(token, "moje-wlasne-haslo").then().statusCode(204);

    assertThat(identity.canLogIn(anna.email(), "moje-wlasne-haslo")).isTrue();
  }

  @Test
  void aResetIsTriedAgainWithAnother() {
    Person anna = Holder.somebody(mailbox, identity).person();
    Person.post("/password-resets", Map.of("email", anna.email())).then().statusCode(202);
    String token = anna.tokenInMail(anna.email(), "/reset-password", 2);

    refused(reset(token, anna.email()));
    assertThat(identity.canLogIn(anna.email(), Person.PASSWORD)).isTrue();
    reset(token, "calkiem-nowe-haslo").then().statusCode(204);
  }

  private static void refused(Response answer) {
    answer
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-request"))
        .body("errors[0].field", equalTo("password"));
  }

  private static Response activate(String token, String password) {
    return Person.post("/activations", Map.of("token", token, "password", password));
  }

  private static Response reset(String token, String password) {
    return Person.post(
        "/password-resets/confirmations", Map.of("token", token, "password", password));
  }
}
