package pl.dziennik.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pl.dziennik.testkit.TestIdentity.Realm;
import pl.dziennik.testkit.TestTokens;
import pl.dziennik.testkit.TokenAttacks;

@QuarkusTest
@QuarkusTestResource(UpstreamsResource.class)
class GatewayIT {

  @Test
  void forwardsAGoodTokenWithItsBody() {
    String seen =
        given()
            .header("Authorization", bearer(Realm.SYNERGIA))
            .body("x".repeat(200_000))
            .post("/synergia/v1/grades?term=1")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(seen).contains("POST /synergia/v1/grades?term=1", "size=200000");
  }

  @Test
  void everyWrongTokenIsA401Problem() {
    TokenAttacks.against(Realm.SYNERGIA, () -> TestTokens.person(Realm.SYNERGIA))
        .forEach(
            (what, header) ->
                given()
                    .header("Authorization", header)
                    .get("/synergia/v1/me")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("code", equalTo("invalid-token")));
    given().get("/synergia/v1/me").then().statusCode(401).body("code", equalTo("unauthenticated"));
  }

  @Test
  void theRouteDecidesTheRealm() {
    given()
        .header("Authorization", bearer(Realm.LIBRUS))
        .get("/synergia/v1/me")
        .then()
        .statusCode(401);
    given()
        .header("Authorization", bearer(Realm.SYNERGIA))
        .get("/accounts/v1/me")
        .then()
        .statusCode(401);
  }

  @Test
  void takesAwayWhatACallerSaysOfItsWay() {
    String seen =
        given()
            .header("Authorization", bearer(Realm.SYNERGIA))
            .header("X-Forwarded-Host", "evil.test")
            .header("X-Forwarded-For", "10.9.8.7")
            .header("X-Forwarded-Prefix", "/evil")
            .header("Forwarded", "for=10.9.8.7;host=evil.test")
            .get("/synergia/v1/me")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(seen)
        .doesNotContain("evil", "10.9.8.7")
        .containsIgnoringCase("x-forwarded-host: dziennik.test");
  }

  @Test
  void whatIsNotInTheTableIsA404Problem() {
    for (String path :
        List.of(
            "/index.html",
            "/internal/v1/x",
            "/q/health",
            "/auth/admin/realms",
            "/openapi/../q",
            "/q/openapi",
            "/openapi.json")) {
      given()
          .urlEncodingEnabled(false)
          .get(path)
          .then()
          .statusCode(404)
          .contentType("application/problem+json")
          .body("code", equalTo("not-found"));
    }
  }

  @Test
  void aServiceThatIsDownIsA503Problem() {
    given()
        .header("Authorization", bearer(Realm.LIBRUS))
        .get("/accounts/v1/me")
        .then()
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .body("code", equalTo("service-unavailable"));
  }

  @Test
  void theDocumentOfTheWholeNamesTheServiceThatIsMissing() {
    given()
        .get("/openapi")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", notNullValue())
        .body("detail", containsString("service does not answer"));
  }

  @Test
  void thePageOfTheApiIsWholeAndAsksNoOtherHost() {
    Response page = given().get("/docs");
    page.then().statusCode(200).contentType("text/html");
    assertThat(page.header("Content-Security-Policy"))
        .startsWith("default-src 'none'; script-src 'self';")
        .doesNotContain("http", "unsafe", "*");
    Matcher links = Pattern.compile("(?:href|src)=\"(/docs[^\"]+)\"").matcher(page.asString());
    List<String> files = links.results().map(r -> r.group(1)).toList();
    assertThat(files).hasSize(4);
    files.forEach(file -> given().get(file).then().statusCode(200));
    given().get("/docs/application.properties").then().statusCode(404);
  }

  @Test
  void tooLargeIsRefusedBeforeItIsForwarded() {
    given()
        .header("Authorization", bearer(Realm.SYNERGIA))
        .body("x".repeat(1_100_000))
        .post("/synergia/v1/grades")
        .then()
        .statusCode(413)
        .body("code", equalTo("too-large"));
  }

  @Test
  void strictRoutesAreLimitedAndSaySo() {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      statuses.add(given().post("/accounts/v1/registrations").statusCode());
    }
    assertThat(statuses).contains(503, 429);
    assertThat(statuses.lastIndexOf(503)).isLessThan(statuses.indexOf(429));
    Response refused = given().post("/accounts/v1/registrations");
    refused.then().header("Retry-After", notNullValue()).body("code", equalTo("rate-limited"));
    assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"strict\";q=5;w=60");
  }

  private static String bearer(Realm realm) {
    return "Bearer " + TestTokens.person(realm).token();
  }
}
