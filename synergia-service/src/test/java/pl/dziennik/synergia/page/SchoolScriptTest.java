package pl.dziennik.synergia.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.dziennik.testkit.page.PageInBrowser;

class SchoolScriptTest {
  private static final String TOKEN = "POST /auth/realms/synergia/protocol/openid-connect/token";
  private static final String ME = "GET /synergia/v1/me";
  private static final String RULES = "GET /synergia/v1/regulations/current";
  private static final String ACCEPT = "POST /synergia/v1/me/regulations-acceptances";
  private static final String CONTACT = "GET /synergia/v1/school-contacts/10001";
  private static final String SCHOOL =
      """
      {"name": "SP nr 7", "town": "Toruń", "reissueContact": "pokój 3, tel. 56 000 00 00"}""";

  @Test
  void aLoginStartsWithAProofThatOnlyThisPageHas() {
    try (PageInBrowser page = school().open("/school")) {
      assertThat(page.shown()).isEqualTo("start");
      page.click("login");

      String verifier = kept(page, "verifier");
      String state = kept(page, "state");
      assertThat(verifier).hasSize(43).isNotEqualTo(state);
      assertThat(page.left()).hasSize(1);
      assertThat(page.left().getFirst())
          .startsWith("/auth/realms/synergia/protocol/openid-connect/auth?client_id=synergia-web")
          .contains("&code_challenge=" + challenge(verifier) + "&code_challenge_method=S256")
          .contains("&state=" + state + "&")
          .doesNotContain(verifier);
    }
  }

  @Test
  void aLoginThatBeganElsewhereIsNotTakenUp() {
    try (PageInBrowser page = school().open("/school?code=c&state=foreign")) {
      assertThat(page.shown()).isEqualTo("problem");
      assertThat(page.textOf("problem-text")).contains("nie zaczęło się na tej stronie");
      assertThat(page.requests()).isEmpty();
      assertThat(page.address()).isEqualTo("/school");
    }
  }

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

  @ParameterizedTest
  @CsvSource({
    "429, rate-limited, Za dużo prób",
    "503, upstream-unavailable, Dziennik chwilowo nie odpowiada",
    "500, internal-error, Dziennik chwilowo nie odpowiada",
    "409, regulations-changed, Szkoła opublikowała właśnie nową wersję",
    "403, no-account, To konto nie jest teraz czynne",
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

  @Test
  void theAddressOnTheSlipTellsBeforeAnyLoginWhoIssuesANewOne() {
    try (PageInBrowser page =
        school().answering(CONTACT, 200, SCHOOL).open("/school?szkola=10001")) {
      assertThat(page.textOf("reissue-school")).isEqualTo("SP nr 7, Toruń");
      assertThat(page.textOf("reissue-contact")).isEqualTo("pokój 3, tel. 56 000 00 00");
      assertThat(page.isHidden("reissue-particular")).isFalse();
      assertThat(page.isHidden("reissue-general")).isTrue();
      assertThat(page.address()).isEqualTo("/school?szkola=10001");
      assertThat(page.remembered("localStorage", "szkola")).isEqualTo("10001");
    }
  }

  @Test
  void theSchoolIsRememberedWhenTheSlipIsLost() {
    try (PageInBrowser page = reading()) {
      assertThat(page.remembered("localStorage", "szkola")).isEqualTo("10001");
    }
    try (PageInBrowser page =
        school()
            .remembering("localStorage", "szkola", "10001")
            .answering(CONTACT, 200, SCHOOL)
            .open("/school")) {
      assertThat(page.textOf("reissue-contact")).isEqualTo("pokój 3, tel. 56 000 00 00");
    }
  }

  @Test
  void aLinkShowsTheSchoolThatItNamesAndLeavesTheRememberedOne() {
    try (PageInBrowser page =
        school()
            .remembering("localStorage", "szkola", "20002")
            .answering(CONTACT, 200, SCHOOL)
            .open("/school?szkola=10001")) {
      assertThat(page.textOf("reissue-contact")).isEqualTo("pokój 3, tel. 56 000 00 00");
      assertThat(page.remembered("localStorage", "szkola")).isEqualTo("20002");
    }
  }

  @Test
  void aLoginChangesTheRememberedSchool() {
    PageInBrowser browser =
        school()
            .remembering("localStorage", "szkola", "20002")
            .answering("GET /synergia/v1/school-contacts/20002", 200, SCHOOL);
    try (PageInBrowser page = signedIn(browser)) {
      assertThat(page.remembered("localStorage", "szkola")).isEqualTo("10001");
    }
  }

  @Test
  void anUnknownSchoolLeavesTheGeneralText() {
    try (PageInBrowser page = school().answering(CONTACT, 404, "{}").open("/school?szkola=10001")) {
      assertThat(page.isHidden("reissue-general")).isFalse();
      assertThat(page.isHidden("reissue-particular")).isTrue();
      assertThat(page.remembered("localStorage", "szkola")).isEqualTo("null");
    }
    try (PageInBrowser page = school().open("/school?szkola=../me")) {
      assertThat(page.requests()).isEmpty();
      assertThat(page.shown()).isEqualTo("start");
      assertThat(page.address()).isEqualTo("/school");
    }
  }

  private static PageInBrowser school() {
    return new PageInBrowser("school");
  }

  /** Signed in, the regulations on the screen. */
  private static PageInBrowser reading() {
    return signedIn(school());
  }

  private static PageInBrowser signedIn(PageInBrowser browser) {
    PageInBrowser page =
        browser
            .remembering("sessionStorage", "pkce", "{\"verifier\": \"v\", \"state\": \"s\"}")
            .answering(TOKEN, 200, tokens("first"))
            .answering(ME, 200, me(false))
            .answering(RULES, 200, "{\"version\": 2, \"text\": \"Regulamin.\"}")
            .open("/school?code=c&state=s");
    assertThat(page.shown()).isEqualTo("rules");
    return page;
  }

  private static String kept(PageInBrowser page, String name) {
    Matcher value =
        Pattern.compile("\"%s\":\"([A-Za-z0-9_-]+)\"".formatted(name))
            .matcher(page.remembered("sessionStorage", "pkce"));
    assertThat(value.find()).isTrue();
    return value.group(1);
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String tokens(String name) {
    return "{\"access_token\": \"%s\", \"refresh_token\": \"r-%s\"}".formatted(name, name);
  }

  private static String me(boolean accepted) {
    return """
    {"firstName": "Anna", "login": "1000001", "kind": "GUARDIAN", "pupils": [],
     "school": {"code": 10001, "name": "SP nr 7", "reissueContact": "pokój 3"},
     "regulationsAccepted": %s}"""
        .formatted(accepted);
  }
}
