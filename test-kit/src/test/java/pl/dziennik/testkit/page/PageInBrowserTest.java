package pl.dziennik.testkit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PageInBrowserTest {
  @Test
  void aRequestThatNobodyExpectedFailsTheTest() {
    try (PageInBrowser page = probe()) {
      assertThatThrownBy(() -> page.click("send"))
          .isInstanceOf(AssertionError.class)
          .hasMessage("nobody expected POST /probe");
    }
  }

  @Test
  void anAnswerIsForOneRequestOnly() {
    try (PageInBrowser page = probe().answering("POST /probe", 204, "")) {
      page.click("send");
      assertThat(page.requests()).containsExactly("POST /probe x");

      assertThatThrownBy(() -> page.click("send")).isInstanceOf(AssertionError.class);
    }
  }

  @Test
  void anOutageIsOneThatTheTestAskedFor() {
    try (PageInBrowser page = probe().answering("POST /probe", 0, "")) {
      page.click("send");

      assertThat(page.shown()).isEqualTo("done");
    }
  }

  @Test
  void aLateAnswerComesWhenItIsLet() {
    try (PageInBrowser page = probe().answeringLate("POST /probe", 0, "")) {
      page.click("send");
      assertThat(page.shown()).isEqualTo("ask,aria-only");

      page.lateAnswersCome();
      assertThat(page.shown()).isEqualTo("done");
    }
  }

  @Test
  void anElementThatThePageHasNotFailsTheTest() {
    try (PageInBrowser page = probe()) {
      assertThatThrownBy(() -> page.click("search"))
          .isInstanceOf(AssertionError.class)
          .hasMessage("the page has no element nowhere");
    }
  }

  @Test
  void anErrorThatThePageDoesNotCatchFailsTheTest() {
    try (PageInBrowser page = probe()) {
      assertThatThrownBy(() -> page.click("break")).hasMessageContaining("nobody catches this");
    }
  }

  @Test
  void aLinkThatNobodyHandlesLeadsWhereItSays() {
    try (PageInBrowser page = probe()) {
      page.click("english");
      page.clickHoldingCtrl("english");

      assertThat(page.left()).containsExactly("?lang=en");
      assertThat(page.opened()).containsExactly("?lang=en");
      assertThat(page.replaced()).isEmpty();
    }
  }

  private static PageInBrowser probe() {
    return new PageInBrowser("probe").open("/probe");
  }
}
