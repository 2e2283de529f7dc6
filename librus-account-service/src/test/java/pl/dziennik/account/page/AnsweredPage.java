package pl.dziennik.account.page;

import static org.assertj.core.api.Assertions.assertThat;

import pl.dziennik.testkit.language.Languages;
import pl.dziennik.testkit.page.PageInBrowser;

/** A page in a language, opened with a token, and what it says when it is answered. */
final class AnsweredPage {
  static final String CHILD = "POST /accounts/v1/guardian-decisions";
  static final String LINK = "POST /family/v1/guardian-decisions";
  static final String SHOWN = "5a".repeat(32);
  static final String PUPIL = "{\"firstName\": \"Jan\"}";

  private static final String PASSWORD = "zielony-rower-9";

  private AnsweredPage() {}

  static void assertDone(PageInBrowser page, String language, String title) {
    assertThat(page.shown()).isEqualTo("done");
    assertThat(page.textOf("done-title")).isEqualTo(title);
    assertThat(page.textOf("done-text")).isNotBlank();
    Languages.requireOwnLetters(language, page.textOf("done-text"));
  }

  static void assertProblem(PageInBrowser page, String language, String words) {
    assertThat(page.shown()).isEqualTo("problem");
    assertThat(page.textOf("problem-text")).contains(words);
    Languages.requireOwnLetters(language, page.textOf("problem-text"));
  }

  static PageInBrowser asked(String template, String language, String request, String details) {
    PageInBrowser page = new PageInBrowser(template + "." + language);
    page.answering(request + "/details", 200, details).open("/page?lang=" + language + "#token-7");
    assertThat(page.shown()).isEqualTo("ask");
    return page;
  }

  static PageInBrowser open(String template, String language) {
    return new PageInBrowser(template + "." + language).open("/page?lang=" + language + "#token-7");
  }

  static void submit(PageInBrowser page) {
    page.typing("password", PASSWORD).typing("repeat", PASSWORD).submit("form");
  }

  static String details(String pupils) {
    return """
        {"holderEmail": "zosia@x.pl", "schoolName": "SP 1", "login": "9000777", "pupils": [%s],
         "text": "Текст згоди", "language": "uk", "sha256": "%s"}
        """
        .formatted(pupils, SHOWN);
  }
}
