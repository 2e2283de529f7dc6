package pl.dziennik.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.mailer.MockMailbox;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever waits for a mail is told how long, where to look and whom to ask, in their language. */
@AccountTest
class NoMailAdviceIT {
  private static final String UNDER_13 = "UNDER_THIRTEEN";

  @Inject MockMailbox mailbox;
  @Inject FakeIdentity identity;

  @ParameterizedTest
  @CsvSource({"pl, godziny, SPAM", "en, hour, Spam", "uk, години, Спам"})
  void namesTheHourTheFolderAndTheSupport(String language, String hour, String folder) {
    Response registration = registered("SIXTEEN_OR_OVER", language);
    String id = registration.jsonPath().getString("registrationId");

    assertThat(noMail(registration)).contains(hour, folder, "pomoc@librus.example");
    assertThat(
            noMail(
                resent(
                    Map.of(
                        "registrationId",
                        id,
                        "ageBracket",
                        "SIXTEEN_OR_OVER",
                        "language",
                        language))))
        .isEqualTo(noMail(registration));
  }

  @ParameterizedTest
  @CsvSource({
    "pl, rodzic, godziny, SPAM",
    "en, parent, hour, Spam",
    "uk, батьк, години, Спам",
  })
  void sendsAChildToItsParent(String language, String parent, String hour, String folder) {
    Response registration = registered(UNDER_13, language);
    String id = registration.jsonPath().getString("registrationId");
    String advice = noMail(registration);

    assertThat(advice).contains(parent, hour, folder, "pomoc@librus.example");
    assertThat(
            noMail(
                resent(Map.of("registrationId", id, "ageBracket", UNDER_13, "language", language))))
        .isEqualTo(advice);
    assertThat(noMail(resent(Map.of("registrationId", id, "language", language))))
        .contains(parent, folder, "pomoc@librus.example")
        .isNotEqualTo(advice);
  }

  @Test
  void isPolishWhenNoLanguageIsSaid() {
    Map<String, Object> unsaid = Map.of("registrationId", UUID.randomUUID());

    assertThat(noMail(resent(unsaid))).startsWith("Nie ma wiadomości?").contains("godzinie");
  }

  @ParameterizedTest
  @ValueSource(strings = {UNDER_13, "SIXTEEN_OR_OVER"})
  void aResendTellsNothingOfWhetherTheRegistrationIsThere(String bracket) {
    String there = registered(bracket, "uk").jsonPath().getString("registrationId");
    UUID never = UUID.randomUUID();

    assertThat(resent(Map.of("registrationId", there)).asString())
        .isEqualTo(resent(Map.of("registrationId", never)).asString());
  }

  @ParameterizedTest
  @CsvSource({"pl, godziny, SPAM", "en, hour, Spam", "uk, години, Спам"})
  void aForgottenPasswordGetsTheSameAdviceForEveryAddress(
      String language, String hour, String folder) {
    Person known = Holder.somebody(mailbox, identity).person();

    Response answer = forgotten(Map.of("email", known.email(), "language", language));

    assertThat(noMail(answer)).contains(hour, folder, "pomoc@librus.example");
    assertThat(forgotten(Map.of("email", "nikt@poczta.example", "language", language)).asString())
        .isEqualTo(answer.asString());
    assertThat(known.tokenInMail(known.email(), "/reset-password", 2)).isNotBlank();
  }

  @Test
  void whatIsNoAddressGetsNoMailAndIsToldSo() {
    forgotten(Map.of("email", "1234567u"))
        .then()
        .statusCode(422)
        .body("code", equalTo("school-login-not-an-email"))
        .body("errors[0].field", equalTo("email"));
    forgotten(Map.of("email", "anna@"))
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-request"))
        .body("errors[0].field", equalTo("email"));
    forgotten(Map.of("email", "anna@poczta.example", "language", "xx")).then().statusCode(400);
  }

  @Test
  void anAddressIsTakenAsPeopleTypeIt() {
    Person known = Holder.somebody(mailbox, identity).person();

    forgotten(Map.of("email", " " + known.email().toUpperCase(Locale.ROOT) + " "))
        .then()
        .statusCode(202);

    assertThat(known.tokenInMail(known.email(), "/reset-password", 2)).isNotBlank();
  }

  private static Response forgotten(Map<String, Object> request) {
    return Person.post("/password-resets", request);
  }

  private Response registered(String bracket, String language) {
    return Person.somebody(mailbox)
        .register(
            Map.of(
                "ageBracket",
                bracket,
                "language",
                language,
                "guardianEmail",
                "rodzic-" + UUID.randomUUID() + "@poczta.example"));
  }

  private static Response resent(Map<String, Object> request) {
    return Person.post("/activation-mails", request);
  }

  private static String noMail(Response answer) {
    answer.then().statusCode(202);
    return answer.jsonPath().getString("noMail");
  }
}
