package pl.dziennik.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.dziennik.testkit.Patience;
import pl.dziennik.testkit.TestIdentity.Realm;
import pl.dziennik.testkit.TestTokens;
import pl.dziennik.testkit.TokenAttacks;

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

    activate(token, registration).then().statusCode(204);

    assertThat(identity.canLogIn(anna.email(), Person.PASSWORD)).isTrue();
    asOwner(anna)
        .get("/accounts/v1/me")
        .then()
        .statusCode(200)
        .body("email", equalTo(anna.email()));
    activate(token, registration)
        .then()
        .statusCode(410)
        .body("code", equalTo("link-used-or-expired"));
  }

  @Test
  void anotherClientMustSetAPasswordOfItsOwn() {
    Person victim = Person.somebody(mailbox);
    victim.registered();
    String token = victim.tokenInMail("/activate");

    activate(token, UUID.randomUUID())
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

    activate(old, first).then().statusCode(410);
    activate(fresh, first).then().statusCode(422);
    activate(fresh, second).then().statusCode(204);
  }

  @Test
  void aKnownAddressGetsTheSameAnswerAndAnotherMail() {
    Person anna = activated();
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
  void aSchoolLoginIsRefusedWithAnExplanation() {
    Person.somebody(mailbox)
        .register(Map.of("email", "1234567u"))
        .then()
        .statusCode(422)
        .body("code", equalTo("school-login-not-an-email"))
        .body("detail", containsString("otrzymanych w szkole"));
  }

  @Test
  void theProofOfWorkIsTrulyChecked() {
    Person anna = Person.somebody(mailbox);
    Response challenge = given().get("/accounts/v1/challenges");
    String salt = challenge.jsonPath().getString("salt");
    String wanted = challenge.jsonPath().getString("challenge");
    String signature = challenge.jsonPath().getString("signature");
    for (String bad :
        new String[] {
          "nonsense",
          Person.answer(salt, wanted, -1, signature),
          Person.answer(salt, Person.sha256(salt + 0), 0, signature),
          Person.answer(salt + "x", wanted, 0, signature)
        }) {
      refused(anna, bad, "challenge-invalid");
    }
    String solved = Person.solved();
    anna.register(Map.of("challengeResponse", solved)).then().statusCode(202);
    refused(anna, solved, "challenge-used");
  }

  @Test
  void badInputNamesTheField() {
    Person anna = Person.somebody(mailbox);
    for (String address : List.of("nie-adres", ".a@x.pl", "a@-x.pl", "a\u202eb@x.pl")) {
      invalid(anna, Map.of("email", address), "email");
      invalid(anna, Map.of("guardianEmail", address), "guardianEmail");
    }
    invalid(anna, Map.of("password", "krótkie"), "password");
    invalid(anna, Map.of("ageBracket", "TWELVE"), "ageBracket");
    unprocessable(anna, Map.of("termsVersion", "1999"), "terms-not-current");
    unprocessable(anna, Map.of("ageBracket", "UNDER_THIRTEEN"), "guardian-needed");
    unprocessable(
        anna,
        Map.of("ageBracket", "UNDER_THIRTEEN", "guardianEmail", anna.email()),
        "guardian-is-oneself");
    unprocessable(
        anna,
        Map.of("ageBracket", "UNDER_THIRTEEN", "guardianEmail", anna.withTag("mama")),
        "guardian-is-oneself");
    anna.register(Map.of("password", "zero\u0000zero-zero"))
        .then()
        .statusCode(400)
        .body("code", equalTo("nul-character"));
    given()
        .contentType("application/json")
        .body("[")
        .post("/accounts/v1/registrations")
        .then()
        .statusCode(400)
        .body("code", equalTo("malformed-json"));
    assertThat(identity.subjectOf(anna.email())).isEmpty();
  }

  @Test
  void aForgottenPasswordIsReplacedOnceAndAStrangerLearnsNothing() {
    Person anna = activated();
    int before = anna.mailsTo(anna.email()).size();
    Person.post("/password-resets", Map.of("email", anna.email())).then().statusCode(202);
    Person.post("/password-resets", Map.of("email", "nikt@poczta.example")).then().statusCode(202);
    String token = anna.tokenInMail(anna.email(), "/reset-password", before + 1);

    reset(token, "calkiem-nowe-haslo").then().statusCode(204);

    assertThat(identity.canLogIn(anna.email(), "calkiem-nowe-haslo")).isTrue();
    reset(token, "jeszcze-inne-haslo").then().statusCode(410);
    assertThat(mailbox.getMailsSentTo("nikt@poczta.example")).isEmpty();
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
    activate(token, registration).then().statusCode(204);
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

    activate(first, registration).then().statusCode(410);
    activate(second, registration).then().statusCode(204);
  }

  @Test
  void whoActivatesReadsWhatWasSaidInTheirName() {
    Map<String, String> said =
        Map.of(
            "SIXTEEN_OR_OVER", "16 lat lub więcej",
            "THIRTEEN_TO_FIFTEEN", "od 13 do 15 lat");
    said.forEach(
        (bracket, text) -> {
          Person anna = Person.somebody(mailbox);
          anna.register(Map.of("ageBracket", bracket)).then().statusCode(202);
          anna.tokenInMail("/activate");
          Mail mail = anna.mailsTo(anna.email()).getLast();
          assertThat(mail.getText()).contains(text, "akceptujesz regulamin");
          assertThat(mail.getHtml()).contains(text, "akceptujesz regulamin");
        });
  }

  @Test
  void theMailSpeaksThePersonsLanguage() {
    Person anna = Person.somebody(mailbox);
    anna.register(Map.of("language", "en")).then().statusCode(202);
    anna.tokenInMail("/activate");

    assertThat(anna.mailsTo(anna.email()).getLast().getSubject())
        .isEqualTo("Activate your LIBRUS Account");
  }

  @Test
  void everyWrongTokenIsA401ProblemAndAStrangerHasNoAccount() {
    TokenAttacks.against(Realm.LIBRUS, () -> TestTokens.person(Realm.LIBRUS))
        .forEach(
            (what, header) ->
                given()
                    .header("Authorization", header)
                    .get("/accounts/v1/me")
                    .then()
                    .statusCode(401)
                    .body("code", equalTo("invalid-token")));
    given().get("/accounts/v1/me").then().statusCode(401);
    given()
        .header("Authorization", "Bearer " + TestTokens.person(Realm.LIBRUS).token())
        .get("/accounts/v1/me")
        .then()
        .statusCode(403)
        .body("code", equalTo("no-account"));
    given()
        .header(
            "Authorization",
            "Bearer "
                + TestTokens.service(Realm.LIBRUS, "svc-linking-sync", "librus-account-service")
                    .token())
        .get("/accounts/v1/me")
        .then()
        .statusCode(403)
        .body("code", equalTo("wrong-client"));
  }

  private Person activated() {
    Person anna = Person.somebody(mailbox);
    UUID registration = anna.registered();
    activate(anna.tokenInMail("/activate"), registration).then().statusCode(204);
    return anna;
  }

  private io.restassured.specification.RequestSpecification asOwner(Person person) {
    String subject = identity.subjectOf(person.email()).orElseThrow();
    return given()
        .header(
            "Authorization", "Bearer " + TestTokens.person(Realm.LIBRUS).subject(subject).token());
  }

  private static Response activate(String token, UUID registrationId) {
    return Person.post("/activations", Map.of("token", token, "registrationId", registrationId));
  }

  private static Response reset(String token, String password) {
    return Person.post(
        "/password-resets/confirmations", Map.of("token", token, "password", password));
  }

  private static void refused(Person person, String response, String code) {
    unprocessable(person, Map.of("challengeResponse", response), code);
  }

  private static void unprocessable(Person person, Map<String, Object> changes, String code) {
    person.register(changes).then().statusCode(422).body("code", equalTo(code));
  }

  private static void invalid(Person person, Map<String, Object> changes, String field) {
    person
        .register(changes)
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-request"))
        .body("errors.field", hasItem(field));
  }
}
