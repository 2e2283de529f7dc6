package pl.dziennik.synergia.page;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.synergia.page.SchoolInBrowser.ACCEPT;
import static pl.dziennik.synergia.page.SchoolInBrowser.ME;
import static pl.dziennik.synergia.page.SchoolInBrowser.TOKEN;
import static pl.dziennik.synergia.page.SchoolInBrowser.me;
import static pl.dziennik.synergia.page.SchoolInBrowser.reading;
import static pl.dziennik.synergia.page.SchoolInBrowser.tokens;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.dziennik.testkit.page.PageInBrowser;

/** A session that runs out while somebody reads the regulations. */
class SchoolSessionScriptTest {
  @Test
  void whoReadsLongerThanTheAccessTokenLivesNoticesNothing() {
    try (PageInBrowser page = reading()) {
      page.answering(ACCEPT, 401, "{\"code\": \"invalid-token\"}")
          .answering(TOKEN, 200, tokens("second"))
          .answering(ACCEPT, 204, "")
          .answering(ME, 200, me(true));
      page.click("accept");

      assertThat(page.shown()).isEqualTo("done");
      assertThat(page.textOf("done-contact")).isEqualTo("pokój 3");
      assertThat(page.requests())
          .anyMatch(r -> r.contains("grant_type=refresh_token&refresh_token=r-first"))
          .contains("POST /synergia/v1/me/regulations-acceptances Bearer second {\"version\":2}")
          .endsWith("GET /synergia/v1/me Bearer second");
    }
  }

  @Test
  void twoClicksSpendTheRefreshTokenOnce() {
    try (PageInBrowser page = reading()) {
      page.answering(ACCEPT, 401, "{}")
          .answering(ACCEPT, 401, "{}")
          .answering(TOKEN, 200, tokens("second"))
          .answering(ACCEPT, 204, "")
          .answering(ACCEPT, 204, "")
          .answering(ME, 200, me(true))
          .answering(ME, 200, me(true));
      page.click("accept", 2);

      assertThat(page.shown()).isEqualTo("done");
      assertThat(page.requests())
          .filteredOn(r -> r.contains("grant_type=refresh_token"))
          .hasSize(1);
    }
  }

  @Test
  void aSessionThatEndedSaysSoAndLeadsBackToTheLogin() {
    try (PageInBrowser page = reading()) {
      page.answering(ACCEPT, 401, "{}").answering(TOKEN, 400, "{\"error\": \"invalid_grant\"}");
      page.click("accept");

      assertThat(page.textOf("problem-text")).isEqualTo("Sesja wygasła. Zaloguj się jeszcze raz.");
      page.click("again");
      assertThat(page.shown()).isEqualTo("start");
    }
  }

  @ParameterizedTest
  @CsvSource({"503, Dziennik chwilowo nie odpowiada", "429, Za dużo prób"})
  void aSessionThatCouldNotBeRenewedJustNowStillCounts(int status, String text) {
    try (PageInBrowser page = reading()) {
      page.answering(ACCEPT, 401, "{}").answering(TOKEN, status, "{}");
      page.click("accept");
      assertThat(page.textOf("problem-text")).startsWith(text);

      page.answering(ME, 401, "{}")
          .answering(TOKEN, 200, tokens("second"))
          .answering(ME, 200, me(true));
      page.click("again");

      assertThat(page.shown()).isEqualTo("done");
      assertThat(page.requests()).filteredOn(r -> r.contains("refresh_token=r-first")).hasSize(2);
    }
  }

  @Test
  void anAnswerThatComesAfterTheSessionEndedSaysTheSame() {
    try (PageInBrowser page = reading()) {
      page.answering(ACCEPT, 401, "{}")
          .answeringLate(ACCEPT, 401, "{}")
          .answering(TOKEN, 400, "{\"error\": \"invalid_grant\"}");
      page.click("accept", 2);
      page.lateAnswersCome();

      assertThat(page.textOf("problem-text")).isEqualTo("Sesja wygasła. Zaloguj się jeszcze raz.");
    }
  }
}
