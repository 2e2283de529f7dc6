package pl.dziennik.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.mailer.MockMailbox;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import pl.dziennik.testkit.language.Languages;

/** The pages as they are served, and the mails that lead to them, in each language. */
@AccountTest
class PageLanguagesIT {
  @Inject MockMailbox mailbox;
  @Inject FakeIdentity identity;

  static Stream<String> pages() {
    return Stream.of(
        "/", "/activate", "/reset-password", "/confirm-child", "/confirm-link", "/linked");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageSpeaksTheLanguageOfTheLink(String page) {
    for (String language : Languages.ALL) {
      speaks(given().queryParam("lang", language).header("Accept-Language", "de"), page, language);
      speaks(given().queryParam("lang", language).header("Accept-Language", "en"), page, language);
    }
    speaks(given().queryParam("lang", "de").header("Accept-Language", "en"), page, "pl");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void elseItSpeaksTheBrowsers(String page) {
    speaks(given().header("Accept-Language", "uk-UA,uk;q=0.9,ru;q=0.8"), page, "uk");
    speaks(given().header("Accept-Language", "en-GB,en;q=0.9"), page, "en");
    speaks(given().header("Accept-Language", "de"), page, "pl");
    speaks(given(), page, "pl");
    speaks(given().header("Accept-Language", "uk," + "de,".repeat(5_000)), page, "uk");
  }

  @ParameterizedTest
  @FieldSource("pl.dziennik.testkit.language.Languages#ALL")
  void everyMailLeadsToAPageInItsLanguage(String language) {
    Person anna = Person.somebody(mailbox);
    anna.register(Map.of("language", language)).then().statusCode(202);
    Person child = Person.somebody(mailbox);
    Person parent = Person.somebody(mailbox);
    child
        .register(
            Map.of(
                "language",
                language,
                "ageBracket",
                "UNDER_THIRTEEN",
                "guardianEmail",
                parent.email()))
        .then()
        .statusCode(202);

    String toParent = child.newestMail(parent.email(), 1);
    assertThat(anna.tokenInMail("/activate", language)).isNotBlank();
    assertThat(Person.tokenIn(toParent, "/confirm-child", language)).isNotBlank();
  }

  @ParameterizedTest
  @FieldSource("pl.dziennik.testkit.language.Languages#ALL")
  void aForgottenPasswordToo(String language) {
    Person anna = Person.somebody(mailbox);
    Holder.of(anna, identity, Map.of("language", language));

    Person.post("/password-resets", Map.of("email", anna.email())).then().statusCode(202);

    String mail = anna.newestMail(anna.email(), 2);
    assertThat(Person.tokenIn(mail, "/reset-password", language)).isNotBlank();
  }

  private static void speaks(RequestSpecification request, String page, String language) {
    ValidatableResponse answer = request.get(page).then().statusCode(200);
    answer
        .header("Content-Language", equalTo(language))
        .header("Vary", equalTo("Accept-Language"))
        .header("Cache-Control", equalTo("no-store"))
        .body(startsWith("<!doctype html>\n<html lang=\"" + language + "\">"))
        .body(containsString("pomoc@librus.example"));
  }
}
