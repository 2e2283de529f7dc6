package pl.dziennik.account.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.dziennik.testkit.page.PageInBrowser;

/** What the return page of a link does with what Synergia's sign-in brings. */
class LinkedScriptTest {
  private static final String FAMILY = "https://rodzina.example";
  private static final String LOCAL = "http://localhost:8080";
  private static final String ISSUER = "https%3A%2F%2Fid.example%2Frealms%2Fsynergia";
  private static final String SUCCESS = "/linked?code=c%2B1&state=s-1&iss=" + ISSUER;

  private static final String ANSWER =
      """
      {"type":"linked","code":"c+1","state":"s-1","iss":"https://id.example/realms/synergia"}""";

  @Test
  void theAnswerGoesOnceToEachListedOriginAndNowhereElse() {
    try (PageInBrowser page = linked().fromWindow().open(SUCCESS)) {
      assertThat(page.messages()).containsExactly(FAMILY + " " + ANSWER, LOCAL + " " + ANSWER);
      assertThat(page.requests()).isEmpty();
      assertThat(page.left()).isEmpty();
      assertThat(page.linkOf("open-app")).isEmpty();
      assertThat(page.address()).isEqualTo("/linked");
      assertThat(page.shown()).isEqualTo("window");
    }
  }

  @Test
  void theWindowClosesOnlyWhenAsked() {
    try (PageInBrowser page = linked().fromWindow().open(SUCCESS)) {
      assertThat(page.isClosed()).isFalse();

      page.click("close");

      assertThat(page.isClosed()).isTrue();
    }
  }

  @Test
  void withoutAListNobodyLearnsAnything() {
    try (PageInBrowser page =
        new PageInBrowser("linked.pl").withBodyData("origins", "").fromWindow().open(SUCCESS)) {
      assertThat(page.messages()).isEmpty();
    }
  }

  @Test
  void onlyWhatTheClientWaitsForIsPassedOn() {
    try (PageInBrowser page = linked().fromWindow().open(SUCCESS + "&session_state=x&type=y")) {
      assertThat(page.messages()).containsExactly(FAMILY + " " + ANSWER, LOCAL + " " + ANSWER);
    }
  }

  @Test
  void inThePhonesBrowserTheAppsOwnLinkCarriesTheAnswer() {
    try (PageInBrowser page = linked().open(SUCCESS)) {
      assertThat(page.shown()).isEqualTo("app");
      assertThat(page.linkOf("open-app"))
          .isEqualTo("pl.librus.app:/linked?code=c%2B1&state=s-1&iss=" + ISSUER);
      assertThat(page.address()).isEqualTo("/linked");
      assertThat(page.requests()).isEmpty();
      assertThat(page.left()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "access_denied, Logowanie przerwane, Konta nie zostały powiązane. Wróć",
    "server_error, Nie udało się zalogować do Synergii, hasła nie trzeba zmieniać"
  })
  void aRefusalReachesTheClientToo(String error, String title, String words) {
    String address = "/linked?error=%s&state=s-1&iss=%s".formatted(error, ISSUER);
    try (PageInBrowser page = linked().fromWindow().open(address)) {
      assertThat(page.messages())
          .hasSize(2)
          .first()
          .asString()
          .isEqualTo(
              """
              %s {"type":"linked","state":"s-1","iss":"https://id.example/realms/synergia","error":"%s"}"""
                  .formatted(FAMILY, error));
      assertThat(page.shown()).isEqualTo("problem");
      assertThat(page.textOf("problem-title")).isEqualTo(title);
      assertThat(page.textOf("problem-text")).contains(words);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/linked",
        "/linked?code=c&iss=i",
        "/linked?code=c&state=s",
        "/linked?state=s&iss=i",
        "/linked?code=&state=s&iss=i"
      })
  void whatIsIncompleteIsPassedToNobody(String address) {
    try (PageInBrowser page = linked().fromWindow().open(address)) {
      assertThat(page.messages()).isEmpty();
      assertThat(page.shown()).isEqualTo("problem");
      assertThat(page.textOf("problem-text")).contains("tylko przystankiem");
      assertThat(page.linkOf("open-app")).isEmpty();
      assertThat(page.address()).isEqualTo("/linked");
    }
  }

  private static PageInBrowser linked() {
    return new PageInBrowser("linked.pl").withBodyData("origins", FAMILY + " " + LOCAL);
  }
}
