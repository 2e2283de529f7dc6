package pl.dziennik.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.mailer.MockMailbox;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.dziennik.testkit.Patience;
import pl.dziennik.testkit.TestIdentity.Realm;
import pl.dziennik.testkit.TestTokens;

/** From an address to an account, by the mail that its owner gets. */
@AccountTest
class RegistrationIT {
  @Inject MockMailbox mailbox;
  @Inject FakeIdentity identity;

  @Test
  void anAddressBecomesAnAccountWhenItsOwnerSaysSo() {
    Person anna = Person.somebody(mailbox);
    UUID registration = anna.registered();
    assertThat(identity.canLogIn(anna.email(), Person.PASSWORD)).isFalse();
    String token = anna.tokenInMail("/activate");

    Person.activate(token, registration).then().statusCode(204);

    assertThat(identity.canLogIn(anna.email(), Person.PASSWORD)).isTrue();
    asOwner(anna)
        .get("/accounts/v1/me")
        .then()
        .statusCode(200)
        .body("email", equalTo(anna.email()));
    Person.activate(token, registration)
        .then()
        .statusCode(410)
        .body("code", equalTo("link-used-or-expired"));
  }

  @Test
  void anotherClientMustSetAPasswordOfItsOwn() {
    Person victim = Person.somebody(mailbox);
    victim.registered();
    String token = victim.tokenInMail("/activate");

    Person.activate(token, UUID.randomUUID())
        .then()
        .statusCode(422)
        .body("code", equalTo("password-needed"));
    Person.post("/activations", Map.of("token", token, "password", "moje-wlasne-haslo"))
        .then()
        .statusCode(204);

    assertThat(identity.canLogIn(victim.email(), Person.PASSWORD)).isFalse();
    assertThat(identity.canLogIn(victim.email(), "moje-wlasne-haslo")).isTrue();
  }

  @Test
  void aNewerRegistrationReplacesTheOlder() {
    Person anna = Person.somebody(mailbox);
    UUID first = anna.registered();
    String old = anna.tokenInMail("/activate");
    UUID second = anna.registered();
    String fresh = anna.tokenInMail(anna.email(), "/activate", 2);

    Person.activate(old, first).then().statusCode(410);
    Person.activate(fresh, first).then().statusCode(422);
    Person.activate(fresh, second).then().statusCode(204);
  }

  @Test
  void aKnownAddressGetsTheSameAnswerAndAnotherMail() {
    Person anna = Person.activated(mailbox);
    Response again = anna.register(Map.of("password", "napastnik-probuje"));

    again.then().statusCode(202);
    assertThat(again.jsonPath().getMap("").keySet())
        .containsExactlyInAnyOrder("registrationId", "noMail");
    Patience.until(
        () -> anna.mailsTo(anna.email()).getLast().getSubject().equals("Masz już Konto LIBRUS"));
    assertThat(identity.canLogIn(anna.email(), Person.PASSWORD)).isTrue();
    assertThat(identity.canLogIn(anna.email(), "napastnik-probuje")).isFalse();
  }

  @Test
  void whenKeycloakIsDownTheLinkStaysGood() {
    Person anna = Person.somebody(mailbox);
    UUID registration = anna.registered();
    String token = anna.tokenInMail("/activate");
    identity.down(true);
    try {
      Person.post("/activations", Map.of("token", token, "password", "moje-wlasne-haslo"))
          .then()
          .statusCode(503)
          .body("code", equalTo("identity-unavailable"));
    } finally {
      identity.down(false);
    }
    Person.activate(token, registration).then().statusCode(204);
  }

  @Test
  void theMailComesAgainWhenAskedForAndTheOldLinkEnds() {
    Person anna = Person.somebody(mailbox);
    UUID registration = anna.registered();
    String first = anna.tokenInMail("/activate");
    Person.post("/activation-mails", Map.of("registrationId", registration))
        .then()
        .statusCode(202)
        .body("noMail", containsString("SPAM"))
        .body("noMail", containsString("pomoc@librus.example"));
    String second = anna.tokenInMail(anna.email(), "/activate", 2);
    Person.post("/activation-mails", Map.of("registrationId", UUID.randomUUID()))
        .then()
        .statusCode(202);

    Person.activate(first, registration).then().statusCode(410);
    Person.activate(second, registration).then().statusCode(204);
  }

  private io.restassured.specification.RequestSpecification asOwner(Person person) {
    String subject = identity.subjectOf(person.email()).orElseThrow();
    return given()
        .header(
            "Authorization", "Bearer " + TestTokens.person(Realm.LIBRUS).subject(subject).token());
  }
}
