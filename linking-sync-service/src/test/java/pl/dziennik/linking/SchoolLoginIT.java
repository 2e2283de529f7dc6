package pl.dziennik.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.dziennik.support.outbox.KafkaSender;

/** The way back from the school's login, and the logins that lead nowhere. */
@LinkingTest
class SchoolLoginIT {
  @Inject KafkaSender sender;

  private final SchoolAccount school = SchoolAccount.withOnePupil();

  private Holder anna;

  @BeforeEach
  void anAdult() throws Exception {
    anna = Holder.whoMayLink(sender);
  }

  @Test
  void aStateServesOnceAndOnlyItsOwnLink() {
    UUID link = anna.begins();
    String state = anna.stateOf(link);
    String ofAnother = anna.stateOf(anna.begins());

    anna.comesBack(link, school.code(), ofAnother)
        .statusCode(422)
        .body("code", equalTo("state-mismatch"))
        .body("errors.field", contains("state"));
    anna.comesBack(link, school.code(), state).statusCode(200);
    anna.comesBack(link, school.code(), state)
        .statusCode(409)
        .body("code", equalTo("link-not-awaiting-login"));
  }

  @Test
  void anAnswerOfAnotherIssuerIsRefusedAndTheLoginStillServes() {
    UUID link = anna.begins();
    String state = anna.stateOf(link);
    anna.asks()
        .body(Map.of("code", school.code(), "state", state, "iss", "http://evil.test/realms/x"))
        .post("/family/v1/links/" + link + "/authorization-result")
        .then()
        .statusCode(422)
        .body("code", equalTo("issuer-mismatch"));

    anna.comesBack(link, school.code(), state).statusCode(200);
  }

  @Test
  void aLoginThatLeadsNowhereEndsTheLinkAndSaysWhy() {
    UUID refused = anna.begins();
    anna.comesBack(refused, "no-such-code").statusCode(422).body("code", equalTo("code-refused"));
    anna.asks()
        .get("/family/v1/links/" + refused)
        .then()
        .body("status", equalTo("CANCELLED"))
        .body("reason", equalTo("LOGIN_FAILED"));

    String code = SchoolAccount.refusedWith(409, "regulations-not-accepted");
    anna.comesBack(anna.begins(), code)
        .statusCode(409)
        .body("code", equalTo("regulations-not-accepted"));
    assertThat(StubSynergia.ENDED_SESSIONS).contains(code);
    anna.comesBack(anna.begins(), SchoolAccount.refusedWith(409, "nothing-to-link"))
        .statusCode(409)
        .body("code", equalTo("nothing-to-link"));
    anna.comesBack(anna.begins(), SchoolAccount.refusedWith(500, "x"))
        .statusCode(503)
        .body("code", equalTo("school-unavailable"));
  }

  @Test
  void aTicketThatIsNotUnderstoodIsAnUnavailableSchool() {
    String code = "code-" + UUID.randomUUID();
    StubSynergia.TICKETS.put(code, new StubSynergia.Ticket(200, "{\"ticket\":\"x\"}"));

    anna.comesBack(anna.begins(), code).statusCode(503).body("code", equalTo("school-unavailable"));
    assertThat(StubSynergia.ENDED_SESSIONS).contains(code);
  }
}
