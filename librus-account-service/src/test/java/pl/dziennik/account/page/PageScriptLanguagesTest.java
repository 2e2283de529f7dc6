package pl.dziennik.account.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.dziennik.testkit.language.Languages;
import pl.dziennik.testkit.page.PageInBrowser;

/** Every script in every language, with a success and a refusal. */
class PageScriptLanguagesTest {
  private static final String CHILD = "POST /accounts/v1/guardian-decisions";
  private static final String LINK = "POST /family/v1/guardian-decisions";
  private static final String PASSWORD = "zielony-rower-9";
  private static final String SHOWN = "5a".repeat(32);
  private static final String NOT_CURRENT =
      """
      {"code": "consent-text-not-current",
       "errors": [{"field": "sha256", "detail": "Another text is in force: show that one."}]}
      """;
  private static final String PUPIL = "{\"firstName\": \"Jan\"}";

  @ParameterizedTest
  @CsvSource({
    "pl, Konto działa, po prostu się zaloguj",
    "en, The account is active, simply log in",
    "uk, Обліковий запис активовано, просто увійдіть"
  })
  void activation(String language, String done, String gone) {
    try (PageInBrowser page = open("activate", language)) {
      page.answering("POST /accounts/v1/activations", 204, "");
      submit(page);
      assertDone(page, language, done);
    }
    try (PageInBrowser page = open("activate", language)) {
      page.answering("POST /accounts/v1/activations", 410, "{}");
      submit(page);
      assertProblem(page, language, gone);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "pl, Hasło zmienione, poproś o nową wiadomość",
    "en, Password changed, ask for a new message",
    "uk, Пароль змінено, попросіть новий лист"
  })
  void passwordReset(String language, String done, String gone) {
    String request = "POST /accounts/v1/password-resets/confirmations";
    try (PageInBrowser page = open("reset-password", language)) {
      page.answering(request, 204, "");
      submit(page);
      assertDone(page, language, done);
    }
    try (PageInBrowser page = open("reset-password", language)) {
      page.answering(request, 410, "{}");
      submit(page);
      assertProblem(page, language, gone);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "pl, Dziękujemy, Odmowa zapisana, dziecko może poprosić",
    "en, Thank you, Refusal recorded, the child can ask",
    "uk, Дякуємо, Відмову збережено, дитина може попросити"
  })
  void aParentsDecisionAboutAnAccount(String language, String yes, String no, String gone) {
    String details = "{\"childEmail\": \"zosia@x.pl\"}";
    assertDecision("confirm-child", CHILD, details, new Words(language, yes, no, gone));
  }

  @ParameterizedTest
  @CsvSource({
    "pl, Zgoda zapisana, Odmowa zapisana, rozpocząć wiązanie kont",
    "en, Consent recorded, Refusal recorded, start linking again",
    "uk, Згоду збережено, Відмову збережено, розпочати поєднання"
  })
  void aParentsDecisionAboutALink(String language, String yes, String no, String gone) {
    assertDecision("confirm-link", LINK, details(PUPIL), new Words(language, yes, no, gone));
  }

  @ParameterizedTest
  @CsvSource({"pl, Uczeń, Uczniowie", "en, Pupil, Pupils", "uk, Учень, Учні"})
  void oneChildOrSeveral(String language, String one, String several) {
    try (PageInBrowser page = asked("confirm-link", language, LINK, details(PUPIL))) {
      assertThat(page.textOf("pupils-label")).isEqualTo(one);
      assertThat(page.textOf("pupils")).isEqualTo("Jan");
      assertThat(page.languageOf("text")).isEqualTo("uk");
    }
    String two = details(PUPIL + ", {\"firstName\": \"Ola\"}");
    try (PageInBrowser page = asked("confirm-link", language, LINK, two)) {
      assertThat(page.textOf("pupils-label")).isEqualTo(several);
      assertThat(page.textOf("pupils")).isEqualTo("Jan, Ola");
    }
  }

  /** The holder may have chosen a language that the guardian does not read. */
  @ParameterizedTest
  @FieldSource("pl.dziennik.testkit.language.Languages#ALL")
  void aGuardianIsAskedInTheLanguageOfThePageAndConfirmsTheTextThatItShows(String language) {
    try (PageInBrowser page = asked("confirm-link", language, LINK, details(PUPIL))) {
      assertThat(page.requests().getLast())
          .contains("/details", "\"language\":\"" + language + "\"");

      page.answering(LINK, 204, "").click("confirm");

      assertThat(page.requests().getLast())
          .contains("\"decision\":\"CONFIRM\"", "\"sha256\":\"" + SHOWN + "\"");
    }
  }

  @ParameterizedTest
  @FieldSource("pl.dziennik.testkit.language.Languages#ALL")
  void aTextThatWasChangedMeanwhileIsShownAndDecidedAnew(String language) {
    try (PageInBrowser page = asked("confirm-link", language, LINK, details(PUPIL))) {
      assertThat(page.isHidden("changed")).isTrue();
      String other = "0".repeat(64);
      page.answering(LINK, 422, NOT_CURRENT)
          .answering(
              LINK + "/details",
              200,
              details(PUPIL).replace(SHOWN, other).replace("Текст", "Новий текст"))
          .click("confirm");

      assertThat(page.shown()).isEqualTo("ask");
      assertThat(page.isHidden("changed")).isFalse();
      assertThat(page.focused()).isEqualTo("text");
      assertThat(page.textOf("text")).isEqualTo("Новий текст згоди");
      assertThat(page.textOf("notice")).isEmpty();

      page.answering(LINK, 204, "").click("confirm");

      assertThat(page.requests().getLast()).contains(other);
      assertThat(page.shown()).isEqualTo("done");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "pl, Logowanie przerwane, Nie udało się zalogować, tylko przystankiem",
    "en, Login cancelled, Could not log in, only a stop",
    "uk, Вхід перервано, Не вдалося ввійти, лише зупинкою"
  })
  void theWayBackFromALink(String language, String stopped, String failed, String nothing) {
    try (PageInBrowser page = linked(language, "code=c&state=s&iss=i")) {
      assertThat(page.shown()).isEqualTo("app");
    }
    try (PageInBrowser page = linked(language, "error=access_denied&state=s&iss=i")) {
      assertThat(page.textOf("problem-title")).isEqualTo(stopped);
      Languages.requireOwnLetters(language, page.textOf("problem-text"));
    }
    try (PageInBrowser page = linked(language, "error=server_error&state=s&iss=i")) {
      assertThat(page.textOf("problem-title")).startsWith(failed);
      Languages.requireOwnLetters(language, page.textOf("problem-text"));
    }
    try (PageInBrowser page = linked(language, "")) {
      assertThat(page.textOf("problem-text")).contains(nothing);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "pl, 429, Odczekaj minutę",
    "en, 429, Wait a minute",
    "uk, 429, Зачекайте хвилину",
    "pl, 503, Link pozostaje ważny",
    "en, 503, The link stays valid",
    "uk, 503, Посилання залишається дійсним",
    "pl, 0, połączenie z internetem",
    "en, 0, internet connection",
    "uk, 0, з’єднання з інтернетом",
    "pl, 500, po naszej stronie",
    "en, 500, on our side",
    "uk, 500, З нашого боку"
  })
  void whatMayPassIsToldInTheReadersLanguage(String language, int status, String words) {
    try (PageInBrowser page = open("reset-password", language)) {
      page.answering("POST /accounts/v1/password-resets/confirmations", status, "{}");
      submit(page);

      assertThat(page.shown()).isEqualTo("ask");
      assertThat(page.textOf("notice")).contains(words);
      Languages.requireOwnLetters(language, page.textOf("notice"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "pl, Ten adres jest niepełny",
    "en, This address is incomplete",
    "uk, Ця адреса неповна"
  })
  void anAddressWithoutItsTokenIsToldInTheReadersLanguage(String language, String words) {
    try (PageInBrowser page =
        new PageInBrowser("activate." + language).open("/activate?lang=" + language)) {
      assertProblem(page, language, words);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"activate", "reset-password", "confirm-child", "confirm-link"})
  void whoChangesTheLanguageKeepsTheToken(String template) {
    String details = (template.equals("confirm-link") ? LINK : CHILD) + "/details";
    try (PageInBrowser page =
        new PageInBrowser(template + ".pl")
            .answering(details, 503, "{}")
            .open("/page?lang=pl#token-7")) {
      assertThat(page.address()).isEqualTo("/page?lang=pl");
      page.click("in-en");
      page.click("in-uk");
      assertThat(page.replaced()).containsExactly("?lang=en#token-7", "?lang=uk#token-7");
      assertThat(page.left()).isEmpty();
    }
  }

  /** To its own address with a fragment a browser would not go: it would only show the token. */
  @Test
  void thePagesOwnLanguageLeadsNowhere() {
    try (PageInBrowser page = open("activate", "en")) {
      page.click("in-en");

      assertThat(page.replaced()).isEmpty();
      assertThat(page.left()).isEmpty();
    }
  }

  /** A link's address is seen in the status bar, and copied. */
  @Test
  void noLinkShowsTheToken() {
    try (PageInBrowser page = open("activate", "pl")) {
      page.clickHoldingCtrl("in-en");

      assertThat(Languages.ALL)
          .extracting(l -> page.linkOf("in-" + l))
          .containsExactly("?lang=pl", "?lang=en", "?lang=uk");
      assertThat(page.opened()).containsExactly("?lang=en");
      assertThat(page.replaced()).isEmpty();
    }
  }

  /** The page of another language would only say that the link is over. */
  @Test
  void aTokenThatWasUsedIsTakenNowhere() {
    try (PageInBrowser page = open("activate", "pl")) {
      page.answering("POST /accounts/v1/activations", 204, "");
      submit(page);
      assertThat(page.shown()).isEqualTo("done");

      assertThat(Languages.ALL).allMatch(l -> page.isHidden("in-" + l));
      page.click("in-en");
      assertThat(page.replaced()).isEmpty();
    }
  }

  private record Words(String language, String yes, String no, String gone) {}

  private static void assertDecision(String template, String request, String details, Words words) {
    try (PageInBrowser page = asked(template, words.language, request, details)) {
      page.answering(request, 204, "").click("confirm");
      assertDone(page, words.language, words.yes);
    }
    try (PageInBrowser page = asked(template, words.language, request, details)) {
      page.answering(request, 204, "").click("refuse");
      assertDone(page, words.language, words.no);
    }
    try (PageInBrowser page = asked(template, words.language, request, details)) {
      page.answering(request, 410, "{}").click("confirm");
      assertProblem(page, words.language, words.gone);
    }
  }

  private static void assertDone(PageInBrowser page, String language, String title) {
    assertThat(page.shown()).isEqualTo("done");
    assertThat(page.textOf("done-title")).isEqualTo(title);
    assertThat(page.textOf("done-text")).isNotBlank();
    Languages.requireOwnLetters(language, page.textOf("done-text"));
  }

  private static void assertProblem(PageInBrowser page, String language, String words) {
    assertThat(page.shown()).isEqualTo("problem");
    assertThat(page.textOf("problem-text")).contains(words);
    Languages.requireOwnLetters(language, page.textOf("problem-text"));
  }

  private static PageInBrowser asked(
      String template, String language, String request, String details) {
    PageInBrowser page = new PageInBrowser(template + "." + language);
    page.answering(request + "/details", 200, details).open("/page?lang=" + language + "#token-7");
    assertThat(page.shown()).isEqualTo("ask");
    return page;
  }

  private static PageInBrowser open(String template, String language) {
    return new PageInBrowser(template + "." + language).open("/page?lang=" + language + "#token-7");
  }

  private static PageInBrowser linked(String language, String query) {
    return new PageInBrowser("linked." + language)
        .withBodyData("origins", "https://rodzina.example")
        .open("/linked?" + query);
  }

  private static void submit(PageInBrowser page) {
    page.typing("password", PASSWORD).typing("repeat", PASSWORD).submit("form");
  }

  private static String details(String pupils) {
    return """
        {"holderEmail": "zosia@x.pl", "schoolName": "SP 1", "login": "9000777", "pupils": [%s],
         "text": "Текст згоди", "language": "uk", "sha256": "%s"}
        """
        .formatted(pupils, SHOWN);
  }
}
