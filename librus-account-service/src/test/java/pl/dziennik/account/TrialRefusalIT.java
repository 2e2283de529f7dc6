package pl.dziennik.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static pl.dziennik.account.Trials.ENTITLEMENTS;
import static pl.dziennik.account.Trials.TRIALS;

import io.quarkus.mailer.MockMailbox;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Trials that do not begin, and leave nothing. */
@AccountTest
class TrialRefusalIT {
  @Inject Trials trials;
  @Inject MockMailbox mailbox;
  @Inject FakeIdentity identity;

  @AfterEach
  void linkingAnswersAgain() {
    StubLinking.ANSWER.set(0);
  }

  @Test
  void aPupilWithoutALinkIsNobody() throws SQLException {
    Holder stranger = Holder.somebody(mailbox, identity);
    trials.start(trials.linked()).then().statusCode(201);

    trials.start(stranger).then().statusCode(404).body("code", equalTo("not-found"));
    Trials.trial(stranger, UUID.randomUUID())
        .then()
        .statusCode(404)
        .body("code", equalTo("not-found"));

    stranger.asks().get(ENTITLEMENTS).then().body("", empty());
    assertThat(trials.rows(trials.pupil)).isEqualTo(1);
  }

  @Test
  void whenLinkingIsSilentNothingIsStoredAndTheTrialIsNotUsedUp() throws SQLException {
    Holder anna = trials.linked();
    String key = UUID.randomUUID().toString();
    for (int status : new int[] {500, 503, 401}) {
      StubLinking.ANSWER.set(status);
      trials
          .keyed(anna, key)
          .then()
          .statusCode(503)
          .header("Retry-After", equalTo("5"))
          .body("code", equalTo("linking-unavailable"));
    }
    assertThat(trials.rows(trials.pupil)).isZero();

    StubLinking.ANSWER.set(0);
    trials.keyed(anna, key).then().statusCode(201);
  }

  @Test
  void badTrialsNameTheField() {
    Holder anna = trials.linked();

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
}
