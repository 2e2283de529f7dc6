package pl.dziennik.linking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.mailer.MockMailbox;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.dziennik.events.AccountState.AgeBracket;
import pl.dziennik.support.outbox.KafkaSender;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.testkit.Patience;
import pl.dziennik.testkit.language.Languages;

/** The consent is shown in the account's language, and the evidence is of what was shown. */
@LinkingTest
class ConsentLanguageIT {
  private static final AgeBracket ADULT = AgeBracket.SIXTEEN_OR_OVER;

  @Inject KafkaSender sender;
  @Inject MockMailbox mailbox;
  @Inject AgroalDataSource dataSource;

  private final SchoolAccount school = SchoolAccount.withOnePupil();

  @ParameterizedTest
  @ValueSource(strings = {"pl", "en", "uk"})
  void theReceiptIsOfTheTextThatWasShown(String language) throws Exception {
    Holder holder = speaking(language);
    UUID link = holder.begins();
    JsonPath shown = shown(holder, link);
    assertThat(shown.getString("language")).isEqualTo(language);
    Languages.requireOwnLetters(language, shown.getString("text"));
    Languages.requireOwnLetters(language, shown.getString("withdrawalMethod"));

    holder.consents(link, Map.of()).statusCode(200).body("status", equalTo("ACTIVE"));

    assertReceiptIsOf(shown, holder, link);
  }

  @Test
  void aLanguageChangedMeanwhileHoldsForTheNextConsent() throws Exception {
    Holder holder = speaking("pl");
    UUID link = holder.begins();
    JsonPath shown = shown(holder, link);

    holder.speaking("uk", 2, ADULT, "");
    Patience.until(() -> knows(holder, 2));

    holder
        .asks()
        .get("/family/v1/links/" + link)
        .then()
        .body("consent.language", equalTo("pl"))
        .body("consent.sha256", equalTo(shown.getString("sha256")));
    holder.consents(link, Map.of()).statusCode(200);
    assertReceiptIsOf(shown, holder, link);

    UUID next = holder.begins();
    holder
        .comesBack(next, SchoolAccount.withOnePupil().code())
        .statusCode(200)
        .body("consent.language", equalTo("uk"));
  }

  @ParameterizedTest
  @CsvSource({"de, pl", "fr, pl"})
  void aLanguageThatThereIsNoTextInIsPolish(String language, String shownIn) throws Exception {
    Holder holder = speaking(language);
    UUID link = holder.begins();
    JsonPath shown = shown(holder, link);
    assertThat(shown.getString("language")).isEqualTo(shownIn);

    holder.consents(link, Map.of()).statusCode(200);

    assertReceiptIsOf(shown, holder, link);
  }

  @Test
  void aGuardianReadsWhatTheHolderAgreedToAndLearnsItsLanguage() throws Exception {
    String guardian = "rodzic-" + UUID.randomUUID() + "@poczta.example";
    Holder child = Holder.somebody(sender);
    child.speaking("uk", 1, AgeBracket.THIRTEEN_TO_FIFTEEN, guardian);
    Patience.until(() -> knows(child, 1));
    UUID link = child.begins();
    JsonPath shown = shown(child, link);
    child.consents(link, Map.of()).statusCode(200).body("status", equalTo("AWAITING_GUARDIAN"));

    Patience.until(() -> !mailbox.getMailsSentTo(guardian).isEmpty());
    String mail = mailbox.getMailsSentTo(guardian).getLast().getText();
    String token = mail.replaceAll("(?s)^.*/confirm-link\\?lang=uk#([A-Za-z0-9_-]+).*$", "$1");
    given()
        .contentType("application/json")
        .body(Map.of("token", token))
        .post("/family/v1/guardian-decisions/details")
        .then()
        .statusCode(200)
        .body("language", equalTo("uk"))
        .body("text", equalTo(shown.getString("text")));
  }

  private Holder speaking(String language) throws Exception {
    Holder holder = Holder.somebody(sender).speaking(language, 1, ADULT, "");
    Patience.until(() -> knows(holder, 1));
    return holder;
  }

  /** Comes back from the school's login; the consent that is then shown. */
  private JsonPath shown(Holder holder, UUID link) {
    holder.comesBack(link, school.code()).statusCode(200);
    JsonPath answer = holder.asks().get("/family/v1/links/" + link).jsonPath();
    return answer.setRootPath("consent");
  }

  private static void assertReceiptIsOf(JsonPath shown, Holder holder, UUID link) {
    holder
        .asks()
        .get("/family/v1/links/" + link + "/receipt")
        .then()
        .statusCode(200)
        .body("text.id", equalTo(shown.getString("textId")))
        .body("text.version", equalTo(shown.getString("version")))
        .body("text.language", equalTo(shown.getString("language")))
        .body("text.sha256", equalTo(shown.getString("sha256")))
        .body("text.text", equalTo(shown.getString("text")));
  }

  private boolean knows(Holder holder, long version) throws SQLException {
    return Transactions.in(
        dataSource,
        tx ->
            !Statements.list(
                    tx,
                    "select 1 from accounts where id = ? and version = ?",
                    (Row r) -> true,
                    holder.account(),
                    version)
                .isEmpty());
  }
}
