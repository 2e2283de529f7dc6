package pl.dziennik.linking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.mailer.MockMailbox;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.dziennik.events.AccountState.AgeBracket;
import pl.dziennik.support.outbox.KafkaSender;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.testkit.Patience;
import pl.dziennik.testkit.language.Languages;

/** A guardian reads the consent in a language of their own; what they read is kept as evidence. */
@LinkingTest
class GuardianTextIT {
  private static final String DECISIONS = "/family/v1/guardian-decisions";

  @Inject KafkaSender sender;
  @Inject MockMailbox mailbox;
  @Inject AgroalDataSource dataSource;

  private final String guardian = "rodzic-" + UUID.randomUUID() + "@poczta.example";

  private Holder child;
  private UUID link;
  private String token;
  private JsonPath agreed;

  @BeforeEach
  void aChildWhoSpeaksUkrainian() throws Exception {
    child =
        Holder.somebody(sender)
            .speaking("uk", 1, AgeBracket.THIRTEEN_TO_FIFTEEN, guardian)
            .knownAs(1, dataSource);
    link = child.begins();
    agreed = child.comesBack(link, SchoolAccount.withOnePupil().code()).extract().jsonPath();
    agreed.setRootPath("consent");
    child.consents(link, Map.of("sha256", agreed.getString("sha256"))).statusCode(200);
    Patience.until(() -> !mailbox.getMailsSentTo(guardian).isEmpty());
    String mail = mailbox.getMailsSentTo(guardian).getLast().getText();
    token = mail.replaceAll("(?s)^.*/confirm-link\\?lang=uk#([A-Za-z0-9_-]+).*$", "$1");
  }

  @ParameterizedTest
  @FieldSource("pl.dziennik.testkit.language.Languages#ALL")
  void isReadInTheGuardiansLanguageAndThatIsKept(String language) {
    JsonPath read = details(Map.of("language", language)).statusCode(200).extract().jsonPath();
    assertThat(read.getString("language")).isEqualTo(language);
    assertThat(read.getString("textId")).isEqualTo(agreed.getString("textId"));
    assertThat(read.getString("version")).isEqualTo(agreed.getString("version"));
    Languages.requireOwnLetters(language, read.getString("text"));

    decide(Map.of("sha256", read.getString("sha256"))).statusCode(204);

    child.asks().get("/family/v1/links/" + link).then().body("status", equalTo("ACTIVE"));
    receipt()
        .body("text.language", equalTo("uk"))
        .body("authorisedText.language", equalTo(language))
        .body("authorisedText.sha256", equalTo(read.getString("sha256")));
    child
        .asks()
        .get("/family/v1/me/export")
        .then()
        .statusCode(200)
        .body("links.consents.authorisedText.language", contains(language));
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "", "../pl"})
  void aLanguageThatThereIsNoTextInIsTheHolders(String language) {
    details(Map.of("language", language))
        .statusCode(200)
        .body("language", equalTo("uk"))
        .body("sha256", equalTo(agreed.getString("sha256")))
        .body("text", equalTo(agreed.getString("text")));
  }

  @Test
  void aPageThatAsksForNoLanguageGetsTheHolders() {
    details(Map.of()).statusCode(200).body("text", equalTo(agreed.getString("text")));
  }

  @Test
  void aYesToAnotherTextBeginsNothing() {
    for (String sha256 : new String[] {"0".repeat(64), ""}) {
      decide(Map.of("sha256", sha256))
          .statusCode(422)
          .body("code", equalTo("consent-text-not-current"))
          .body("errors.field", contains("sha256"));
    }
    child
        .asks()
        .get("/family/v1/links/" + link)
        .then()
        .body("status", equalTo("AWAITING_GUARDIAN"));
    receipt().body("authorisedBy", nullValue()).body("authorisedText", nullValue());

    decide(Map.of("sha256", agreed.getString("sha256"))).statusCode(204);
  }

  /** Nothing is claimed that was not told. */
  @Test
  void aYesThatDoesNotSayWhatWasReadIsKeptWithoutIt() {
    decide(Map.of()).statusCode(204);

    receipt().body("authorisedBy", equalTo(guardian)).body("authorisedText", nullValue());
  }

  /** A guardian has seven days; meanwhile another version may be in force. */
  @Test
  void theVersionThatTheHolderAgreedToIsReadEvenWhenItIsNotInForceAnyMore() throws Exception {
    Transactions.in(
        dataSource,
        tx ->
            Statements.update(
                tx, "update consents set text_version = '0' where link_id = ?", link));

    details(Map.of("language", "pl"))
        .statusCode(200)
        .body("version", equalTo("0"))
        .body("language", equalTo("uk"))
        .body("text", equalTo(agreed.getString("text")));
    decide(Map.of("sha256", agreed.getString("sha256"))).statusCode(204);
    receipt().body("authorisedText.language", equalTo("uk"));
  }

  private ValidatableResponse receipt() {
    return child.asks().get("/family/v1/links/" + link + "/receipt").then().statusCode(200);
  }

  private ValidatableResponse details(Map<String, Object> more) {
    return post("/details", more);
  }

  private ValidatableResponse decide(Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("decision", "CONFIRM");
    return post("", body);
  }

  private ValidatableResponse post(String path, Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("token", token);
    return given().contentType("application/json").body(body).post(DECISIONS + path).then();
  }
}
