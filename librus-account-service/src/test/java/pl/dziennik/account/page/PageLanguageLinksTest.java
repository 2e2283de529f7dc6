package pl.dziennik.account.page;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.account.page.AnsweredPage.CHILD;
import static pl.dziennik.account.page.AnsweredPage.LINK;
import static pl.dziennik.account.page.AnsweredPage.open;
import static pl.dziennik.account.page.AnsweredPage.submit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.dziennik.testkit.language.Languages;
import pl.dziennik.testkit.page.PageInBrowser;

/** The links to a page's other languages, and what they do with the token. */
class PageLanguageLinksTest {
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
}
