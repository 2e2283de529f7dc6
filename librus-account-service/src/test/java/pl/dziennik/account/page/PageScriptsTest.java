package pl.dziennik.account.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.dziennik.testkit.page.PageInBrowser;

/** What the scripts of the pages make of the service's answers, run as they are served. */
class PageScriptsTest {
  private static final String RESET = "POST /accounts/v1/password-resets/confirmations";
  private static final String ACTIVATION = "POST /accounts/v1/activations";
  private static final String DECISION = "POST /accounts/v1/guardian-decisions";
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
    try (PageInBrowser page = resetting()) {
      page.answering(RESET, status, PASSWORD_REFUSED);
      submit(page, PASSWORD);

      assertThat(page.textOf("notice")).contains("Wybierz inne hasło");
      assertThat(page.shown()).isEqualTo("ask");
      assertThat(page.valueOf("password")).isEqualTo(PASSWORD);
      assertThat(page.focused()).isEqualTo("password");

      page.answering(RESET, 204, "");
      submit(page, "zupelnie-inne-haslo");

      assertThat(page.requests().getLast()).contains("zupelnie-inne-haslo").contains("token-7");
      assertThat(page.shown()).isEqualTo("done");
      assertThat(page.textOf("notice")).isEmpty();
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
    try (PageInBrowser page = resetting()) {
      page.answering(RESET, status, "<html>");
      submit(page, PASSWORD);

      assertThat(page.textOf("notice")).contains(words);
      assertThat(page.shown()).isEqualTo("ask");
      assertThat(page.valueOf("password")).isEqualTo(PASSWORD);
    }
  }

  @ParameterizedTest
  @CsvSource({"410, stracił ważność", "404, stracił ważność"})
  void aLinkThatIsOverEndsThePage(int status, String words) {
    try (PageInBrowser page = resetting()) {
      page.answering(RESET, status, "{}");
      submit(page, PASSWORD);

      assertThat(page.shown()).isEqualTo("problem");
      assertThat(page.textOf("problem-text")).contains(words);
    }
  }

  @Test
  void aDamagedLinkIsCalledSo() {
    try (PageInBrowser page = resetting()) {
      page.answering(RESET, 400, TOKEN_REFUSED);
      submit(page, PASSWORD);

      assertThat(page.textOf("problem-text")).contains("niepełny");
    }
  }

  @Test
  void anotherBrowserIsAskedForAPasswordAndAskedAgain() {
    try (PageInBrowser page =
        new PageInBrowser("activate.pl")
            .remembering("localStorage", "registrationId", "r-1")
            .open("/activate#token-7")) {
      assertThat(page.isHidden("known")).isFalse();
      page.answering(
          ACTIVATION,
          422,
          "{\"code\": \"password-needed\", \"errors\": [{\"field\": \"password\"}]}");
      page.click("go");

      assertThat(page.isHidden("known")).isTrue();
      assertThat(page.isHidden("unknown")).isFalse();
      assertThat(page.textOf("notice")).isEmpty();

      page.answering(ACTIVATION, 400, PASSWORD_REFUSED);
      submit(page, PASSWORD);

      assertThat(page.textOf("notice")).contains("Wybierz inne hasło");
      assertThat(page.shown()).isEqualTo("ask");
    }
  }

  @Test
  void anOverActivationSaysThatTheAccountMayWorkAlready() {
    try (PageInBrowser page = new PageInBrowser("activate.pl").open("/activate#token-7")) {
      page.answering(ACTIVATION, 410, "{}");
      submit(page, PASSWORD);

      assertThat(page.textOf("problem-text")).contains("po prostu się zaloguj");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "confirm-child, POST /accounts/v1/guardian-decisions/details",
    "confirm-link, POST /family/v1/guardian-decisions/details"
  })
  void aGuardianSeesNoQuestionWhileTheServiceIsSilent(String template, String details) {
    try (PageInBrowser page =
        new PageInBrowser(template + ".pl")
            .answering(details, 503, "{}")
            .open("/confirm#token-7")) {
      assertThat(page.shown()).isEqualTo("problem");
      assertThat(page.textOf("problem-text")).contains("Link pozostaje ważny");
    }
  }

  @Test
  void aGuardianMayPressAgain() {
    try (PageInBrowser page =
        new PageInBrowser("confirm-child.pl")
            .answering(DECISION + "/details", 200, "{\"childEmail\": \"zosia@x.pl\"}")
            .open("/confirm-child#token-7")) {
      page.answering(DECISION, 429, "{}").click("confirm");

      assertThat(page.textOf("child")).isEqualTo("zosia@x.pl");
      assertThat(page.shown()).isEqualTo("ask");
      assertThat(page.textOf("notice")).contains("Odczekaj minutę");

      page.answering(DECISION, 204, "").click("confirm");

      assertThat(page.shown()).isEqualTo("done");
    }
  }

  private static PageInBrowser resetting() {
    PageInBrowser page = new PageInBrowser("reset-password.pl").open("/reset-password#token-7");
    assertThat(page.address()).isEqualTo("/reset-password");
    return page;
  }

  /** Fills the form with that password twice and sends it. */
  private static void submit(PageInBrowser page, String password) {
    page.typing("password", password).typing("repeat", password).submit("form");
  }
}
