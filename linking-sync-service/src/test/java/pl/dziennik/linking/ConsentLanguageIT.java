package pl.dziennik.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.dziennik.events.AccountState.AgeBracket;
import pl.dziennik.support.outbox.KafkaSender;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.testkit.language.Languages;

/** The consent is shown in the account's language, and the evidence is of what was shown. */
@LinkingTest
class ConsentLanguageIT {
  private static final AgeBracket ADULT = AgeBracket.SIXTEEN_OR_OVER;

  private static final String KEPT_BY_AN_OLD_INSTANCE =
      """
      with gone as (delete from link_offers where link_id = ? returning link_id, offer)
      insert into link_offers (link_id, offer) select link_id, offer from gone
      """;

  @Inject KafkaSender sender;
  @Inject AgroalDataSource dataSource;

  private final SchoolAccount school = SchoolAccount.withOnePupil();

  @ParameterizedTest
  @FieldSource("pl.dziennik.testkit.language.Languages#ALL")
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
    holder.knownAs(2, dataSource);

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
  @ValueSource(strings = {"de", "fr"})
  void aLanguageThatThereIsNoTextInIsPolish(String language) throws Exception {
    Holder holder = speaking(language);
    UUID link = holder.begins();
    JsonPath shown = shown(holder, link);
    assertThat(shown.getString("language")).isEqualTo("pl");
    assertThat(keptLanguage(link)).isEqualTo("pl");

    holder.consents(link, Map.of()).statusCode(200);

    assertReceiptIsOf(shown, holder, link);
  }

  /** Which text was shown, to the letter: a language or an edit that the version does not tell. */
  @Test
  void aConsentToAnotherTextThanTheOneToBeKeptKeepsNothing() throws Exception {
    Holder holder = speaking("uk");
    UUID link = holder.begins();
    String shown = shown(holder, link).getString("sha256");
    Holder polish = speaking("pl");
    String polishText = shown(polish, polish.begins()).getString("sha256");

    for (String sha256 : new String[] {polishText, "0".repeat(64), ""}) {
      holder
          .consents(link, Map.of("sha256", sha256))
          .statusCode(422)
          .body("code", equalTo("consent-text-not-current"))
          .body("errors.field", contains("sha256"));
    }
    holder
        .asks()
        .get("/family/v1/links/" + link)
        .then()
        .body("status", equalTo("AWAITING_CONSENT"));
    holder.asks().get("/family/v1/links/" + link + "/receipt").then().statusCode(404);

    holder
        .consents(link, Map.of("sha256", shown))
        .statusCode(200)
        .body("status", equalTo("ACTIVE"));
    holder.consents(link, Map.of("sha256", shown)).statusCode(200);
  }

  /** While old and new instances run beside each other, the offer may be an old one's. */
  @Test
  void anOfferThatNamesNoLanguageIsPolish() throws Exception {
    Holder holder = speaking("uk");
    UUID link = holder.begins();
    String ukrainian = shown(holder, link).getString("sha256");
    Transactions.in(dataSource, tx -> Statements.update(tx, KEPT_BY_AN_OLD_INSTANCE, link));

    JsonPath shown = holder.asks().get("/family/v1/links/" + link).jsonPath();
    shown.setRootPath("consent");
    assertThat(shown.getString("language")).isEqualTo("pl");
    holder.consents(link, Map.of("sha256", ukrainian)).statusCode(422);
    holder.consents(link, Map.of("sha256", shown.getString("sha256"))).statusCode(200);
    assertReceiptIsOf(shown, holder, link);
  }

  private Holder speaking(String language) throws Exception {
    return Holder.somebody(sender).speaking(language, 1, ADULT, "").knownAs(1, dataSource);
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

  /** Of the offer, whatever a later list of languages makes of the account's. */
  private String keptLanguage(UUID link) throws SQLException {
    return Transactions.in(
        dataSource,
        tx ->
            Statements.list(
                    tx,
                    "select language from link_offers where link_id = ?",
                    (Row r) -> r.text(1),
                    link)
                .getFirst());
  }
}
