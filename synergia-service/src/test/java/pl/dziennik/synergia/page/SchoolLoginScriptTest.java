package pl.dziennik.synergia.page;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.synergia.page.SchoolInBrowser.school;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pl.dziennik.testkit.page.PageInBrowser;

/** The way to the login and back. */
class SchoolLoginScriptTest {
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
}
