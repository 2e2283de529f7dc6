package pl.dziennik.account.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the scripts of the pages make of the service's answers, run as they are served. */
class PageScriptsTest {
  private static final String PASSWORD = "nowe-haslo-anny";
  private static final String PASSWORD_REFUSED =
      """
      {"code": "invalid-request",
       "errors": [{"field": "password", "detail": "not accepted by the sign-in service"}]}
      """;
  private static final String TOKEN_REFUSED =
      """
      {"code": "invalid-request", "errors": [{"field": "token", "detail": "too long"}]}
      """;

  @ParameterizedTest
  @CsvSource({"400", "422"})
  void aPasswordThatIsNotTakenIsAskedForAgainAndTheLinkIsNotBlamed(int status) {
    try (OpenPage page = new OpenPage("resetPassword").opened()) {
      page.answered(status, PASSWORD_REFUSED).submit(PASSWORD);

      assertThat(page.text("notice")).contains("Wybierz inne hasło");
      assertThat(page.shows("ask")).isTrue();
      assertThat(page.shows("problem")).isFalse();
      assertThat(page.value("password")).isEqualTo(PASSWORD);
      assertThat(page.focused()).isEqualTo("password");

      page.answered(204, "").submit("zupelnie-inne-haslo");

      assertThat(page.lastSent()).contains("zupelnie-inne-haslo").contains("token-7");
      assertThat(page.shows("done")).isTrue();
      assertThat(page.text("notice")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "429, Odczekaj minutę",
    "503, Link pozostaje ważny",
    "502, Link pozostaje ważny",
    "500, po naszej stronie",
    "422, po naszej stronie",
    "0, połączenie z internetem"
  })
  void whatMayPassLeavesTheFormAsItIsFilled(int status, String words) {
    try (OpenPage page = new OpenPage("resetPassword").opened()) {
      page.answered(status, "<html>").submit(PASSWORD);

      assertThat(page.text("notice")).contains(words);
      assertThat(page.shows("ask")).isTrue();
      assertThat(page.value("password")).isEqualTo(PASSWORD);
    }
  }

  @ParameterizedTest
  @CsvSource({"410, stracił ważność", "404, stracił ważność"})
  void aLinkThatIsOverEndsThePage(int status, String words) {
    try (OpenPage page = new OpenPage("resetPassword").opened()) {
      page.answered(status, "{}").submit(PASSWORD);

      assertThat(page.shows("problem")).isTrue();
      assertThat(page.shows("ask")).isFalse();
      assertThat(page.text("problem-text")).contains(words);
    }
  }

  @Test
  void aDamagedLinkIsCalledSo() {
    try (OpenPage page = new OpenPage("resetPassword").opened()) {
      page.answered(400, TOKEN_REFUSED).submit(PASSWORD);

      assertThat(page.text("problem-text")).contains("niepełny");
    }
  }

  @Test
  void anotherBrowserIsAskedForAPasswordAndAskedAgain() {
    try (OpenPage page = new OpenPage("activate").remembering("registrationId", "r-1").opened()) {
      assertThat(page.shows("known")).isTrue();
      page.answered(422, "{\"code\": \"password-needed\", \"errors\": [{\"field\": \"password\"}]}")
          .press("go");

      assertThat(page.shows("known")).isFalse();
      assertThat(page.shows("unknown")).isTrue();
      assertThat(page.text("notice")).isEmpty();

      page.answered(400, PASSWORD_REFUSED).submit(PASSWORD);

      assertThat(page.text("notice")).contains("Wybierz inne hasło");
      assertThat(page.shows("ask")).isTrue();
    }
  }

  @Test
  void anOverActivationSaysThatTheAccountMayWorkAlready() {
    try (OpenPage page = new OpenPage("activate").opened()) {
      page.answered(410, "{}").submit(PASSWORD);

      assertThat(page.text("problem-text")).contains("po prostu się zaloguj");
    }
  }

  @ParameterizedTest
  @CsvSource({"confirmChild", "confirmLink"})
  void aGuardianSeesNoQuestionWhileTheServiceIsSilent(String template) {
    try (OpenPage page = new OpenPage(template).answered(503, "{}").opened()) {
      assertThat(page.shows("ask")).isFalse();
      assertThat(page.text("problem-text")).contains("Link pozostaje ważny");
    }
  }

  @Test
  void aGuardianMayPressAgain() {
    try (OpenPage page =
        new OpenPage("confirmChild").answered(200, "{\"childEmail\": \"zosia@x.pl\"}").opened()) {
      page.answered(429, "{}").press("confirm");

      assertThat(page.text("child")).isEqualTo("zosia@x.pl");
      assertThat(page.shows("ask")).isTrue();
      assertThat(page.text("notice")).contains("Odczekaj minutę");

      page.answered(204, "").press("confirm");

      assertThat(page.shows("done")).isTrue();
    }
  }
}
