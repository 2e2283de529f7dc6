package pl.dziennik.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.mailer.MockMailbox;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever asks for mails to somebody else's address shuts nobody out and learns nothing. */
@AccountTest
class FloodIT {
  private static final int FLOOD = 12;
  private static final int MOST_AN_HOUR = 5;

  @Inject MockMailbox mailbox;
  @Inject FakeIdentity identity;

  @Test
  void afterTwelveResetsTheLastMailedLinkWorks() {
    Person anna = Holder.somebody(mailbox, identity).person();
    for (int i = 0; i < FLOOD; i++) {
      Person.post("/password-resets", Map.of("email", anna.email())).then().statusCode(202);
    }
    String token = anna.tokenInMail(anna.email(), "/reset-password", 1 + MOST_AN_HOUR);

    Person.post(
            "/password-resets/confirmations",
            Map.of("token", token, "password", "calkiem-nowe-haslo"))
        .then()
        .statusCode(204);
  }

  @Test
  void mailsThatAnybodyCausesUseUpNoReset() {
    Person anna = Holder.somebody(mailbox, identity).person();
    for (int i = 0; i < FLOOD; i++) {
      anna.register(Map.of()).then().statusCode(202);
    }
    anna.newestMail(anna.email(), 1 + MOST_AN_HOUR);

    Person.post("/password-resets", Map.of("email", anna.email())).then().statusCode(202);

    assertThat(anna.tokenInMail(anna.email(), "/reset-password", 2 + MOST_AN_HOUR)).isNotBlank();
  }

  @Test
  void afterTwelveResendsTheLastMailedLinkWorks() {
    Person anna = Person.somebody(mailbox);
    UUID registration = anna.registered();
    for (int i = 0; i < FLOOD; i++) {
      Person.post("/activation-mails", Map.of("registrationId", registration))
          .then()
          .statusCode(202);
    }
    activatesWith(anna, anna.tokenInMail(anna.email(), "/activate", MOST_AN_HOUR));
  }

  @Test
  void afterTwelveRegistrationsTheLastMailedLinkWorks() {
    Person anna = Person.somebody(mailbox);
    for (int i = 0; i < FLOOD; i++) {
      anna.registered();
    }
    activatesWith(anna, anna.tokenInMail(anna.email(), "/activate", MOST_AN_HOUR));
  }

  @Test
  void aKnownAddressMakesKeycloakWorkAsAnUnknownOneDoes() {
    Person known = Holder.somebody(mailbox, identity).person();
    Person unknown = Person.somebody(mailbox);

    List<String> forUnknown = identity.callsDuring(unknown::registered);

    assertThat(forUnknown).contains("create");
    assertThat(identity.callsDuring(known::registered)).isEqualTo(forUnknown);
  }

  private void activatesWith(Person person, String token) {
    Person.post("/activations", Map.of("token", token, "password", "moje-wlasne-haslo"))
        .then()
        .statusCode(204);
    assertThat(identity.canLogIn(person.email(), "moje-wlasne-haslo")).isTrue();
  }
}
