package pl.dziennik.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.dziennik.testkit.TestIdentity;

/** The start page, the pages behind the links of mails and behind Synergia's sign-in. */
@AccountTest
class PagesIT {
  private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/account-assets/[^\"]+)\"");
  private static final Pattern IMPORT = Pattern.compile("from '\\./([a-z.-]+\\.js)'");

  @ParameterizedTest
  @ValueSource(
      strings = {"/activate", "/reset-password", "/confirm-child", "/confirm-link", "/linked"})
  void aPageHasItsPartsAndKeepsToItsPolicy(String page) {
    String html = open(page).body(containsString("lang=\"pl\"")).extract().asString();

    List<String> assets = ASSET.matcher(html).results().map(m -> m.group(1)).toList();
    assertThat(assets).hasSize(2);
    assets.forEach(PagesIT::isThere);
    assertThat(html).doesNotContain("onclick", "style=").doesNotContainPattern("<script(?! type)");
  }

  @Test
  void theStartPageSaysWhichWayToGoAndNeedsNoScript() {
    String html =
        open("/")
            .body(containsString("lang=\"pl\""))
            .body(containsString("href=\"/school\""))
            .body(containsString("href=\"/docs\""))
            .body(containsString("mailto:pomoc@librus.example"))
            .extract()
            .asString();

    List<String> assets = ASSET.matcher(html).results().map(m -> m.group(1)).toList();
    assertThat(assets).hasSize(2);
    assets.forEach(PagesIT::isThere);
    assertThat(html).doesNotContain("<script", "onclick", "style=");
    given().head("/").then().statusCode(200);
  }

  @Test
  void theTargetOfLinkingTellsTheListedOriginsOnlyAndNeverRepeatsTheCode() {
    open("/linked?code=geheim-7&state=s&iss=i")
        .body(containsString("data-origins=\"" + TestIdentity.PUBLIC_ORIGIN + "\""))
        .body(not(containsString("geheim-7")));
  }

  private static ValidatableResponse open(String page) {
    return given()
        .get(page)
        .then()
        .statusCode(200)
        .header("Referrer-Policy", equalTo("no-referrer"))
        .header("Cache-Control", equalTo("no-store"))
        .header(
            "Content-Security-Policy",
            equalTo(
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"));
  }

  /** A missing part would leave a blank page: the script's own imports count too. */
  private static void isThere(String asset) {
    String text = given().get(asset).then().statusCode(200).extract().asString();
    Matcher imports = IMPORT.matcher(text);
    while (imports.find()) {
      isThere("/account-assets/" + imports.group(1));
    }
  }
}
