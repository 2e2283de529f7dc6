package pl.dziennik.linking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.dziennik.events.AccountState;
import pl.dziennik.events.AccountState.AgeBracket;
import pl.dziennik.support.outbox.KafkaSender;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.testkit.Patience;
import pl.dziennik.testkit.TestIdentity.Realm;
import pl.dziennik.testkit.TestTokens;
import pl.dziennik.testkit.TokenAttacks;

/** Who may do what with a link. */
@LinkingTest
class LinkRightsIT {
  @Inject KafkaSender sender;
  @Inject AgroalDataSource dataSource;

  private static final String LINKS = "/family/v1/links";
  private static final Duration OLD = Duration.ofMinutes(4);

  private Holder anna;

  @BeforeEach
  void anAdult() throws Exception {
    anna = Holder.whoMayLink(sender);
  }

  @Test
  void aStrangersLinkDoesNotExist() throws Exception {
    SchoolAccount school = SchoolAccount.withOnePupil();
    UUID link = anna.links(school);
    UUID waiting = anna.begins();
    String state = anna.stateOf(waiting);
    Holder stranger = Holder.whoMayLink(sender);

    stranger.asks().get("/family/v1/links/" + link).then().statusCode(404);
    stranger.asks().get("/family/v1/links/" + link + "/receipt").then().statusCode(404);
    stranger.asks().delete("/family/v1/links/" + link).then().statusCode(404);
    stranger.consents(link, Map.of()).statusCode(404);
    stranger.comesBack(waiting, school.again().code(), state).statusCode(404);
    stranger.asks().get("/family/v1/links").then().body("items", hasSize(1));
    anna.asks().get("/family/v1/links/" + link).then().body("status", equalTo("ACTIVE"));
  }

  @Test
  void tokensOfEveryWrongKindAre401() {
    TokenAttacks.against(Realm.LIBRUS, () -> TestTokens.person(Realm.LIBRUS))
        .forEach(
            (what, header) ->
                given()
                    .header("Authorization", header)
                    .get("/family/v1/links")
                    .then()
                    .statusCode(401)
                    .body("code", notNullValue()));
    given().get("/family/v1/links").then().statusCode(401);
    given()
        .contentType("application/json")
        .body(Map.of("redirectUri", Holder.REDIRECT, "platform", "WEB"))
        .post("/family/v1/links")
        .then()
        .statusCode(401);
  }

  @Test
  void aServicesTokenOpensNothingOfAPersons() {
    given()
        .auth()
        .oauth2(TestTokens.service(Realm.LIBRUS, "svc-account", "linking-sync-service").token())
        .get("/family/v1/links")
        .then()
        .statusCode(403)
        .body("code", equalTo("wrong-client"));
  }

  @Test
  void anAccountThatIsNotKnownYetIsToldToComeAgain() {
    Holder.somebody(sender)
        .begin()
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .body("code", equalTo("account-not-known-yet"));
  }

  @Test
  void aDeletedAccountEndsEveryLink() throws Exception {
    UUID link = anna.links(SchoolAccount.withOnePupil());
    UUID waiting = anna.begins();

    anna.tell(2, AccountState.Status.DELETED, AgeBracket.SIXTEEN_OR_OVER, "");
    anna.tell(2, AccountState.Status.DELETED, AgeBracket.SIXTEEN_OR_OVER, "");
    anna.tell(1, AccountState.Status.ENABLED, AgeBracket.SIXTEEN_OR_OVER, "");

    Patience.until(
        () ->
            anna.asks()
                .get("/family/v1/links/" + link)
                .then()
                .extract()
                .path("status")
                .equals("REVOKED"));
    anna.asks().get("/family/v1/links/" + link).then().body("reason", equalTo("ACCOUNT_DELETED"));
    anna.asks().get("/family/v1/links/" + waiting).then().body("status", equalTo("CANCELLED"));
    anna.begin().statusCode(403).body("code", equalTo("no-account"));
  }

  @Test
  void whoseMailboxTakesTheAccountOverFindsNoLinkOfBefore() throws Exception {
    Holder child = Holder.somebody(sender).unproved();
    UUID waiting = child.begins();
    child
        .asks(Duration.ZERO, true)
        .get(LINKS)
        .then()
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .body("code", equalTo("account-not-known-yet"));

    child.recovers(2, Instant.EPOCH, Instant.now());

    Patience.until(() -> child.asks(Duration.ZERO, true).get(LINKS).statusCode() == 200);
    child.asks().get(LINKS + "/" + waiting).then().statusCode(404);
    UUID own = child.links(SchoolAccount.withOnePupil());
    child.recovers(3, Instant.now().minus(OLD.dividedBy(2)), Instant.now());
    Patience.until(() -> child.asks(OLD).get(LINKS).statusCode() == 401);
    child.asks().get(LINKS + "/" + own).then().body("status", equalTo("ACTIVE"));
  }

  @Test
  void theEvidenceOfAnotherHolderStaysAndIsNotShown() throws Exception {
    Holder child = Holder.somebody(sender).unproved();
    UUID link = child.links(SchoolAccount.withOnePupil());

    child.recovers(2, Instant.EPOCH, Instant.now());

    Patience.until(() -> child.asks(Duration.ZERO, true).get(LINKS).statusCode() == 200);
    for (String path : new String[] {"", "/receipt"}) {
      child.asks().get(LINKS + "/" + link + path).then().statusCode(404);
    }
    child.asks().get(LINKS).then().body("items", hasSize(0));
    List<String> kept =
        Transactions.in(
            dataSource,
            tx ->
                Statements.list(
                    tx,
                    "select end_reason from consents where link_id = ?",
                    (Row r) -> r.text(1),
                    link));
    assertThat(kept).containsExactly("HOLDER_CHANGED");
  }

  @Test
  void aTokenOfBeforeThePasswordWasSetAnewOpensNothing() throws Exception {
    UUID link = anna.links(SchoolAccount.withOnePupil());
    anna.asks(OLD).get("/family/v1/links/" + link).then().statusCode(200);

    anna.recovers(2, Instant.now().minus(OLD.dividedBy(2)), Instant.EPOCH);

    Patience.until(() -> anna.asks(OLD).get("/family/v1/links/" + link).statusCode() == 401);
    for (String path : new String[] {"/family/v1/pupils", "/family/v1/me/export"}) {
      anna.asks(OLD).get(path).then().statusCode(401).body("code", equalTo("invalid-token"));
    }
    anna.asks().get("/family/v1/pupils").then().statusCode(200);
  }

  @Test
  void aKeyMakesOneLinkOfTwoRequests() {
    String key = UUID.randomUUID().toString();
    Map<String, String> body = Map.of("redirectUri", Holder.REDIRECT, "platform", "APP");
    String first =
        anna.asks()
            .header("Idempotency-Key", key)
            .body(body)
            .post("/family/v1/links")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    anna.asks()
        .header("Idempotency-Key", key)
        .body(body)
        .post("/family/v1/links")
        .then()
        .statusCode(201)
        .body("id", equalTo(first));
    anna.asks()
        .header("Idempotency-Key", key)
        .body(Map.of("redirectUri", Holder.REDIRECT, "platform", "WEB"))
        .post("/family/v1/links")
        .then()
        .statusCode(422)
        .body("errors.field", contains("Idempotency-Key"));
  }
}
