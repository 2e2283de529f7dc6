package pl.dziennik.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.dziennik.support.outbox.KafkaSender;
import pl.dziennik.testkit.Patience;

/** From the first step to the withdrawal, as the holder goes it. */
@LinkingTest
class LinkFlowIT {
  @Inject KafkaSender sender;

  private final SchoolAccount school = SchoolAccount.withOnePupil();

  private Holder anna;

  @BeforeEach
  void anAdult() throws Exception {
    anna = Holder.whoMayLink(sender);
  }

  @Test
  void aLinkGoesFromTheLoginOverTheConsentToActive() throws Exception {
    UUID link = anna.begins();
    anna.asks()
        .get("/family/v1/links/" + link)
        .then()
        .body("status", equalTo("AWAITING_LOGIN"))
        .body("authorizationUrl", containsString("client_id=family-linking"))
        .body("authorizationUrl", containsString("code_challenge_method=S256"))
        .body("authorizationUrl", containsString("scope=openid+sharing%3Agrant"));

    JsonPath awaiting =
        anna.comesBack(link, school.code())
            .statusCode(200)
            .body("status", equalTo("AWAITING_CONSENT"))
            .body("authorizationUrl", nullValue())
            .body("consent.accountEmail", equalTo(anna.email()))
            .body("consent.synergiaLogin", equalTo("9000777"))
            .body("consent.pupils.firstName", contains("Zosia-Kanarek"))
            .body("consent.categories", containsInAnyOrder("PROFILE", "GRADES"))
            .body("consent.guardianNeeded", equalTo(false))
            .extract()
            .jsonPath();
    assertThat(awaiting.getString("consent.sha256"))
        .isEqualTo(sha256(awaiting.getString("consent.text")));
    assertThat(StubSynergia.ENDED_SESSIONS).contains(school.code());

    anna.consents(link, Map.of())
        .statusCode(200)
        .body("status", equalTo("ACTIVE"))
        .body("consent", nullValue())
        .body("school.login", equalTo("9000777"))
        .body("pupils.id", contains(school.pupil().toString()))
        .body("sync.status", equalTo("DOWNLOADING"));
    anna.asks().get("/family/v1/links").then().body("items.id", hasItem(link.toString()));
    Patience.until(
        () ->
            StubSynergia.CALLS.stream()
                .anyMatch(c -> c.contains("/grants/" + link) && c.contains("LIVE")));
  }

  @Test
  void theReceiptHoldsTheExactTextAndBothSidesAndLaterTheEnd() {
    UUID link = anna.links(school);

    JsonPath receipt =
        anna.asks()
            .get("/family/v1/links/" + link + "/receipt")
            .then()
            .statusCode(200)
            .body("accountEmail", equalTo(anna.email()))
            .body("synergiaLogin", equalTo("9000777"))
            .body("pupilIds", contains(school.pupil().toString()))
            .body("text.sha256", notNullValue())
            .body("endedAt", nullValue())
            .extract()
            .jsonPath();
    assertThat(receipt.getString("text.text")).contains("Zgodę możesz wycofać w każdej chwili");

    anna.asks().delete("/family/v1/links/" + link).then().statusCode(204);

    anna.asks()
        .get("/family/v1/links/" + link + "/receipt")
        .then()
        .body("endReason", equalTo("CONSENT_WITHDRAWN"))
        .body("endedAt", notNullValue())
        .body("copyErasedAt", notNullValue());
    anna.asks()
        .get("/family/v1/links/" + link)
        .then()
        .body("status", equalTo("REVOKED"))
        .body("reason", equalTo("CONSENT_WITHDRAWN"))
        .body("school.login", equalTo(""))
        .body("pupils", equalTo(java.util.List.of()));
  }

  @Test
  void doingItAgainAfterALostAnswerChangesNothing() {
    UUID link = anna.links(school);

    anna.consents(link, Map.of()).statusCode(200).body("status", equalTo("ACTIVE"));
    anna.asks().delete("/family/v1/links/" + link).then().statusCode(204);
    anna.asks().delete("/family/v1/links/" + link).then().statusCode(204);
    anna.consents(link, Map.of()).statusCode(410).body("code", equalTo("link-expired"));
  }

  @Test
  void theSameSchoolAccountIsLinkedOnce() {
    UUID first = anna.links(school);
    UUID second = anna.begins();

    anna.comesBack(second, school.again().code())
        .statusCode(409)
        .body("code", equalTo("already-linked"))
        .body("linkId", equalTo(first.toString()));

    anna.asks().delete("/family/v1/links/" + first).then().statusCode(204);
    anna.links(school.again());
  }

  @Test
  void twoLoginsBeforeTheFirstConsentStillLinkOnce() {
    UUID first = anna.begins();
    UUID second = anna.begins();
    anna.comesBack(first, school.code()).statusCode(200);
    anna.comesBack(second, school.again().code()).statusCode(200);

    anna.consents(first, Map.of()).statusCode(200).body("status", equalTo("ACTIVE"));
    anna.consents(second, Map.of())
        .statusCode(409)
        .body("code", equalTo("already-linked"))
        .body("linkId", equalTo(first.toString()));
    anna.asks()
        .get("/family/v1/links/" + second)
        .then()
        .body("status", equalTo("CANCELLED"))
        .body("reason", equalTo("ALREADY_LINKED"));
  }

  @Test
  void withoutAConsentToTheTextInForceNothingBegins() {
    UUID link = anna.begins();
    anna.consents(link, Map.of())
        .statusCode(409)
        .body("code", equalTo("link-not-awaiting-consent"));
    anna.comesBack(link, school.code()).statusCode(200);

    anna.consents(link, Map.of("accepted", false))
        .statusCode(422)
        .body("code", equalTo("consent-needed"))
        .body("errors.field", contains("accepted"));
    anna.consents(link, Map.of("version", "0"))
        .statusCode(422)
        .body("code", equalTo("consent-text-not-current"));
    anna.asks().get("/family/v1/links/" + link + "/receipt").then().statusCode(404);
    anna.asks().delete("/family/v1/links/" + link).then().statusCode(204);
    anna.consents(link, Map.of()).statusCode(410);
  }

  @Test
  void addressesThatAreNotListedAndBodiesThatAreNoneAreRefused() {
    anna.asks()
        .body(Map.of("redirectUri", "https://evil.test/linked", "platform", "WEB"))
        .post("/family/v1/links")
        .then()
        .statusCode(422)
        .body("code", equalTo("redirect-uri-not-listed"));
    anna.asks()
        .body(Map.of("redirectUri", Holder.REDIRECT, "platform", "FAX"))
        .post("/family/v1/links")
        .then()
        .statusCode(400);
    anna.asks().body("not json").post("/family/v1/links").then().statusCode(400);
    anna.comesBack(anna.begins(), "a\u0000b").statusCode(400);
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
