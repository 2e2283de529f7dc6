package pl.dziennik.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.mailer.MockMailbox;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Registrations that are refused, and why. */
@AccountTest
class RegistrationRefusalIT {
  @Inject MockMailbox mailbox;
  @Inject FakeIdentity identity;

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
