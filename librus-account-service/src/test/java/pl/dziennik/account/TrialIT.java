package pl.dziennik.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static pl.dziennik.account.Trials.ENTITLEMENTS;
import static pl.dziennik.account.Trials.TRIALS;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import pl.dziennik.events.EntitlementState;
import pl.dziennik.events.EntitlementState.Entitlement;
import pl.dziennik.events.EntitlementState.Source;

/** The trial of Mobilne dodatki: once an account, once a pupil. */
@AccountTest
class TrialIT {
  @Inject Trials trials;

  @Test
  void aTrialLastsThirtyDaysAndIsTold() {
    Holder anna = trials.linked();
    anna.asks().get(ENTITLEMENTS).then().statusCode(200).body("", empty());

    Response trial = trials.start(anna);

    trial.then().statusCode(201).body("source", equalTo("TRIAL"));
    Instant from = Instant.parse(trial.jsonPath().getString("from"));
    assertThat(Instant.parse(trial.jsonPath().getString("until")))
        .isEqualTo(from.plus(Duration.ofDays(30)));
    anna.asks()
        .get(ENTITLEMENTS)
        .then()
        .body("", hasSize(1))
        .body("[0].id", equalTo(trial.jsonPath().getString("id")))
        .body("[0].pupilId", equalTo(trials.pupil.toString()))
        .body("[0].product", equalTo("MOBILE_ADDONS"));
    assertThat(Trials.told(anna, 1))
        .singleElement()
        .satisfies(
            state ->
                assertThat(state.entitlements())
                    .singleElement()
                    .returns(trials.pupil, Entitlement::pupilId)
                    .returns(Source.TRIAL, Entitlement::source));
  }

  @Test
  void theTraceGoesOnAtLinking() {
    Holder anna = trials.linked();
    String trace = "0af7651916cd43dd8448eb211c80319c";

    anna.asks()
        .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
        .body(Map.of("pupilId", trials.pupil))
        .post(TRIALS)
        .then()
        .statusCode(201);

    assertThat(StubLinking.traceOf(anna.id(), trials.pupil).orElseThrow()).contains(trace);
  }

  @Test
  void anAccountTriesOnceAndAPupilIsTriedOnce() {
    Holder anna = trials.linked();
    Holder adam = trials.linked();
    trials.start(anna).then().statusCode(201);
    UUID brother = UUID.randomUUID();
    StubLinking.link(anna.id(), brother);

    Trials.trial(anna, brother).then().statusCode(409).body("code", equalTo("trial-used"));
    trials.start(anna).then().statusCode(409).body("code", equalTo("trial-used"));
    trials.start(adam).then().statusCode(409).body("code", equalTo("trial-used"));

    adam.asks().get(ENTITLEMENTS).then().body("", empty());
    StubLinking.link(adam.id(), brother);
    Trials.trial(adam, brother).then().statusCode(201);
  }

  @Test
  void aPupilStaysTriedWhenTheAccountThatTriedIsGone() {
    Holder anna = trials.linked();
    trials.start(anna).then().statusCode(201);
    anna.asks().delete("/accounts/v1/me").then().statusCode(204);
    assertThat(Trials.told(anna, 2)).last().returns(List.of(), EntitlementState::entitlements);

    trials.start(trials.linked()).then().statusCode(409).body("code", equalTo("trial-used"));
  }

  @Test
  void ofTwoParentsAtTheSameMomentOneWins() throws Exception {
    List<Holder> parents =
        List.of(trials.linked(), trials.linked(), trials.linked(), trials.linked());

    try (ExecutorService threads = Executors.newFixedThreadPool(parents.size())) {
      List<Callable<Integer>> starts =
          parents.stream().<Callable<Integer>>map(p -> () -> trials.start(p).statusCode()).toList();
      List<Integer> answers =
          threads.invokeAll(starts).stream().map(Future::resultNow).sorted().toList();
      assertThat(answers).containsExactly(201, 409, 409, 409);
    }
    assertThat(trials.rows(trials.pupil)).isEqualTo(1);
  }

  @Test
  void aRepeatOfTheSameKeyIsTheSameTrial() {
    Holder anna = trials.linked();
    String key = UUID.randomUUID().toString();

    String id = trials.keyed(anna, key).then().statusCode(201).extract().path("id");

    trials.keyed(anna, key).then().statusCode(201).body("id", equalTo(id));
    anna.asks()
        .header("Idempotency-Key", key)
        .body(Map.of("pupilId", UUID.randomUUID()))
        .post(TRIALS)
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));
  }
}
