package pl.dziennik.synergia.page;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.synergia.page.SchoolInBrowser.ACCEPT;
import static pl.dziennik.synergia.page.SchoolInBrowser.ME;
import static pl.dziennik.synergia.page.SchoolInBrowser.RULES;
import static pl.dziennik.synergia.page.SchoolInBrowser.me;
import static pl.dziennik.synergia.page.SchoolInBrowser.reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.dziennik.testkit.page.PageInBrowser;

/** What the page says when the platform refuses or is silent. */
class SchoolTroubleScriptTest {
  @ParameterizedTest
  @CsvSource({
    "429, rate-limited, Za dużo prób",
    "503, upstream-unavailable, Dziennik chwilowo nie odpowiada",
    "500, internal-error, Dziennik chwilowo nie odpowiada",
    "409, regulations-changed, Szkoła opublikowała właśnie nową wersję",
    "403, no-account, To konto jest teraz w szkole nieaktywne",
    "400, invalid-request, Tego nie udało się zrobić",
  })
  void everyRefusalHasItsOwnText(int status, String code, String text) {
    try (PageInBrowser page = reading()) {
      page.answering(ACCEPT, status, "{\"code\": \"%s\"}".formatted(code));
      page.click("accept");

      assertThat(page.shown()).isEqualTo("problem");
      assertThat(page.textOf("problem-text")).startsWith(text);
    }
  }

  @Test
  void anAnswerThatIsNoJsonOrNoneAtAllIsNobodysFault() {
    try (PageInBrowser page = reading()) {
      page.answering(ACCEPT, 502, "<html>Bad Gateway</html>");
      page.click("accept");
      assertThat(page.textOf("problem-text")).startsWith("Dziennik chwilowo nie odpowiada");

      page.answering(ME, 0, "");
      page.click("again");
      assertThat(page.textOf("problem-text")).startsWith("Dziennik chwilowo nie odpowiada");
    }
  }

  @Test
  void afterAPassingTroubleTheLoginStillCounts() {
    try (PageInBrowser page = reading()) {
      page.answering(ACCEPT, 409, "{\"code\": \"regulations-changed\"}")
          .answering(ME, 200, me(false))
          .answering(RULES, 200, "{\"version\": 3, \"text\": \"Nowy.\"}");
      page.click("accept");
      page.click("again");

      assertThat(page.shown()).isEqualTo("rules");
      assertThat(page.textOf("rules-text")).isEqualTo("Nowy.");
    }
  }
}
