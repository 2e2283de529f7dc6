package pl.dziennik.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.mailer.MockMailbox;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.dziennik.events.EntitlementState;
import pl.dziennik.events.EntitlementState.Entitlement;
import pl.dziennik.events.EntitlementState.Source;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.testkit.Patience;
import pl.dziennik.testkit.TestIdentity.Realm;
import pl.dziennik.testkit.TestTokens;

/** Mobilne dodatki: the trial, what one is entitled to, and the shop's offers. */
@AccountTest
class AddonIT {
  private static final String ENTITLEMENTS = "/accounts/v1/me/entitlements";
  private static final String TRIALS = "/accounts/v1/me/trials";
  private static final String OFFERS = "/accounts/v1/me/offers";

  @Inject MockMailbox mailbox;
  @Inject FakeIdentity identity;
  @Inject AgroalDataSource dataSource;

  private final UUID pupil = UUID.randomUUID();

  @AfterEach
  void linkingAnswersAgain() {
    StubLinking.ANSWER.set(0);
  }

  @Test
  void aTrialLastsThirtyDaysAndIsTold() {
    Holder anna = linked();
    anna.asks().get(ENTITLEMENTS).then().statusCode(200).body("", empty());

    Response trial = start(anna);

    trial.then().statusCode(201).body("source", equalTo("TRIAL"));
    Instant from = Instant.parse(trial.jsonPath().getString("from"));
    assertThat(Instant.parse(trial.jsonPath().getString("until")))
        .isEqualTo(from.plus(Duration.ofDays(30)));
    anna.asks()
        .get(ENTITLEMENTS)
        .then()
        .body("", hasSize(1))
        .body("[0].id", equalTo(trial.jsonPath().getString("id")))
        .body("[0].pupilId", equalTo(pupil.toString()))
        .body("[0].product", equalTo("MOBILE_ADDONS"));
    assertThat(told(anna, 1))
        .singleElement()
        .satisfies(
            state ->
                assertThat(state.entitlements())
                    .singleElement()
                    .returns(pupil, Entitlement::pupilId)
                    .returns(Source.TRIAL, Entitlement::source));
  }

  @Test
  void theTraceGoesOnAtLinking() {
    Holder anna = linked();
    String trace = "0af7651916cd43dd8448eb211c80319c";

    anna.asks()
        .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
        .body(Map.of("pupilId", pupil))
        .post(TRIALS)
        .then()
        .statusCode(201);

    assertThat(StubLinking.traceOf(anna.id(), pupil).orElseThrow()).contains(trace);
  }

  @Test
  void anAccountTriesOnceAndAPupilIsTriedOnce() {
    Holder anna = linked();
    Holder adam = linked();
    start(anna).then().statusCode(201);
    UUID brother = UUID.randomUUID();
    StubLinking.link(anna.id(), brother);

    trial(anna, brother).then().statusCode(409).body("code", equalTo("trial-used"));
    start(anna).then().statusCode(409).body("code", equalTo("trial-used"));
    start(adam).then().statusCode(409).body("code", equalTo("trial-used"));

    adam.asks().get(ENTITLEMENTS).then().body("", empty());
    StubLinking.link(adam.id(), brother);
    trial(adam, brother).then().statusCode(201);
  }

  @Test
  void aPupilStaysTriedWhenTheAccountThatTriedIsGone() {
    Holder anna = linked();
    start(anna).then().statusCode(201);
    anna.asks().delete("/accounts/v1/me").then().statusCode(204);
    assertThat(told(anna, 2)).last().returns(List.of(), EntitlementState::entitlements);

    start(linked()).then().statusCode(409).body("code", equalTo("trial-used"));
  }

  @Test
  void ofTwoParentsAtTheSameMomentOneWins() throws Exception {
    List<Holder> parents = List.of(linked(), linked(), linked(), linked());

    try (ExecutorService threads = Executors.newFixedThreadPool(parents.size())) {
      List<Callable<Integer>> starts =
          parents.stream().<Callable<Integer>>map(p -> () -> start(p).statusCode()).toList();
      List<Integer> answers =
          threads.invokeAll(starts).stream().map(Future::resultNow).sorted().toList();
      assertThat(answers).containsExactly(201, 409, 409, 409);
    }
    assertThat(rows(pupil)).isEqualTo(1);
  }

  @Test
  void aPupilWithoutALinkIsNobody() throws SQLException {
    Holder stranger = Holder.somebody(mailbox, identity);
    start(linked()).then().statusCode(201);

    start(stranger).then().statusCode(404).body("code", equalTo("not-found"));
    trial(stranger, UUID.randomUUID()).then().statusCode(404).body("code", equalTo("not-found"));

    stranger.asks().get(ENTITLEMENTS).then().body("", empty());
    assertThat(rows(pupil)).isEqualTo(1);
  }

  @Test
  void whenLinkingIsSilentNothingIsStoredAndTheTrialIsNotUsedUp() throws SQLException {
    Holder anna = linked();
    String key = UUID.randomUUID().toString();
    for (int status : new int[] {500, 503, 401}) {
      StubLinking.ANSWER.set(status);
      keyed(anna, key)
          .then()
          .statusCode(503)
          .header("Retry-After", equalTo("5"))
          .body("code", equalTo("linking-unavailable"));
    }
    assertThat(rows(pupil)).isZero();

    StubLinking.ANSWER.set(0);
    keyed(anna, key).then().statusCode(201);
  }

  @Test
  void aRepeatOfTheSameKeyIsTheSameTrial() {
    Holder anna = linked();
    String key = UUID.randomUUID().toString();

    String id = keyed(anna, key).then().statusCode(201).extract().path("id");

    keyed(anna, key).then().statusCode(201).body("id", equalTo(id));
    anna.asks()
        .header("Idempotency-Key", key)
        .body(Map.of("pupilId", UUID.randomUUID()))
        .post(TRIALS)
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));
  }

  @Test
  void badTrialsNameTheField() {
    Holder anna = linked();

    anna.asks()
        .body("{}")
        .post(TRIALS)
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("pupilId"));
    anna.asks()
        .body("{\"pupilId\":\"Zosia\"}")
        .post(TRIALS)
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("pupilId"));
  }

  @Test
  void aHolderIsShownTheOffers() {
    linked()
        .asks()
        .get(OFFERS)
        .then()
        .statusCode(200)
        .body("priceGrosze", everyItem(greaterThan(0)));
  }

  @Test
  void nothingHereWithoutATokenOrAnAccount() {
    String stranger = "Bearer " + TestTokens.person(Realm.LIBRUS).token();
    for (String path : List.of(ENTITLEMENTS, OFFERS)) {
      given().get(path).then().statusCode(401);
      given().header("Authorization", stranger).get(path).then().statusCode(403);
    }
    Map<String, Object> body = Map.of("pupilId", pupil);
    given().contentType(ContentType.JSON).body(body).post(TRIALS).then().statusCode(401);
    given()
        .contentType(ContentType.JSON)
        .header("Authorization", stranger)
        .body(body)
        .post(TRIALS)
        .then()
        .statusCode(403)
        .body("code", equalTo("no-account"));
  }

  /** Somebody whose link to the pupil is active. */
  private Holder linked() {
    Holder holder = Holder.somebody(mailbox, identity);
    StubLinking.link(holder.id(), pupil);
    return holder;
  }

  private Response start(Holder holder) {
    return trial(holder, pupil);
  }

  private static Response trial(Holder holder, UUID pupil) {
    return holder.asks().body(Map.of("pupilId", pupil)).post(TRIALS);
  }

  private Response keyed(Holder holder, String key) {
    return holder.asks().header("Idempotency-Key", key).body(Map.of("pupilId", pupil)).post(TRIALS);
  }

  private long rows(UUID pupilId) throws SQLException {
    return Transactions.in(
        dataSource,
        tx ->
            Statements.list(
                    tx,
                    "select count(*) from entitlements where pupil_id = ?",
                    (Row r) -> r.big(1),
                    pupilId)
                .getFirst());
  }

  private static List<EntitlementState> told(Holder holder, int atLeast) {
    return Patience.until(
        () -> FactsSeen.of(holder.id(), EntitlementState.class), s -> s.size() >= atLeast);
  }
}
