package pl.dziennik.account.page;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.account.page.AnsweredPage.CHILD;
import static pl.dziennik.account.page.AnsweredPage.LINK;
import static pl.dziennik.account.page.AnsweredPage.PUPIL;
import static pl.dziennik.account.page.AnsweredPage.asked;
import static pl.dziennik.account.page.AnsweredPage.assertDone;
import static pl.dziennik.account.page.AnsweredPage.assertProblem;
import static pl.dziennik.account.page.AnsweredPage.details;
import static pl.dziennik.account.page.AnsweredPage.open;
import static pl.dziennik.account.page.AnsweredPage.submit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.dziennik.testkit.language.Languages;
import pl.dziennik.testkit.page.PageInBrowser;

/** Every script in every language, with a success and a refusal. */
class PageScriptLanguagesTest {

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

  private static PageInBrowser linked(String language, String query) {
    return new PageInBrowser("linked." + language)
        .withBodyData("origins", "https://rodzina.example")
        .open("/linked?" + query);
  }
}
