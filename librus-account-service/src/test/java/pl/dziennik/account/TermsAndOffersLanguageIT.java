package pl.dziennik.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.mailer.MockMailbox;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.dziennik.testkit.language.Languages;

/** The terms in the reader's language, offers in the account's. */
@AccountTest
class TermsAndOffersLanguageIT {
  private static final String TERMS = "/accounts/v1/terms/current";
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  @Inject MockMailbox mailbox;
  @Inject FakeIdentity identity;

  @ParameterizedTest
  @CsvSource({
    "pl, Regulamin Konta LIBRUS",
    "en, Terms of the LIBRUS Account",
    "uk, Правила Облікового запису LIBRUS"
  })
  void theTermsAreTheSameInEachLanguage(String language, String title) {
    JsonPath polish = given().queryParam("lang", "pl").get(TERMS).jsonPath();
    JsonPath asked = given().queryParam("lang", language).get(TERMS).jsonPath();
    assertThat(asked.getString("language")).isEqualTo(language);
    assertThat(asked.getString("version")).isEqualTo(polish.getString("version"));
    assertThat(asked.getString("text")).startsWith(title).hasLineCount(10);
    assertThat(numbers(asked)).isEqualTo(numbers(polish));
    Languages.requireOwnLetters(language, asked.getString("text"));

    given()
        .header("Accept-Language", language + ",de;q=0.5")
        .get(TERMS)
        .then()
        .statusCode(200)
        .header("Vary", equalTo("Accept-Language"))
        .header("Content-Language", equalTo(language))
        .body("text", startsWith(title));
    given().get(TERMS).then().body("language", equalTo("pl"));
    given().queryParam("lang", "de").get(TERMS).then().body("language", equalTo("pl"));
  }

  @ParameterizedTest
  @CsvSource({
    "pl, Mobilne dodatki na 12 miesięcy",
    "en, Mobilne dodatki for 12 months",
    "uk, Mobilne dodatki на 12 місяців"
  })
  void offersAreTheSameInEachLanguage(String language, String title) {
    List<Map<String, Object>> polish = offers("pl");
    List<Map<String, Object>> offers = offers(language);

    assertThat(offers.getFirst().get("title")).isEqualTo(title);
    for (String same : new String[] {"id", "product", "priceGrosze", "validTo"}) {
      assertThat(offers)
          .extracting(o -> o.get(same))
          .isEqualTo(polish.stream().map(o -> o.get(same)).toList());
    }
  }

  private List<Map<String, Object>> offers(String language) {
    Person person = Person.somebody(mailbox);
    Holder holder = Holder.of(person, identity, Map.of("language", language));
    return holder.asks().get("/accounts/v1/me/offers").jsonPath().getList("$");
  }

  private static List<String> numbers(JsonPath terms) {
    return NUMBER
        .matcher(terms.getString("text"))
        .results()
        .map(MatchResult::group)
        .sorted()
        .toList();
  }
}
