package pl.dziennik.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.dziennik.support.outbox.KafkaSender;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.testkit.Patience;

/**
 * A link waits half an hour for the login and half an hour for the consent, then nothing is left.
 */
@LinkingTest
class LinkExpiryIT {
  private static final Duration LIFE = Duration.ofMinutes(30);

  @Inject KafkaSender sender;
  @Inject AgroalDataSource dataSource;

  private final SchoolAccount school = SchoolAccount.withOnePupil();

  private Holder anna;

  @BeforeEach
  void anAdult() throws Exception {
    anna = Holder.whoMayLink(sender);
  }

  @Test
  void aLoginThatComesTooLateFindsNothing() throws SQLException {
    UUID link = anna.begins();
    String state = anna.stateOf(link);
    assertThat(waits(link, "created_at")).isEqualTo(LIFE);

    runsOut(link);

    // Whether or not the job has come by: what is over is over.
    refusesTheLogin(link, state);
    expires(link);
    refusesTheLogin(link, state);
    assertThat(StubSynergia.ENDED_SESSIONS)
        .as("sessions of codes that were traded")
        .doesNotContain(school.code());
    assertThat(rows("link_logins", link)).isZero();
    anna.asks()
        .get("/family/v1/links/" + link)
        .then()
        .statusCode(200)
        .body("authorizationUrl", nullValue());
  }

  @Test
  void aConsentThatComesTooLateBeginsNothingAndNamesNobody() throws SQLException {
    UUID link = anna.begins();
    anna.comesBack(link, school.code()).statusCode(200);
    assertThat(waits(link, "ticket_issued_at")).isBetween(LIFE, LIFE.plusMinutes(1));
    assertThat(rows("link_offers", link)).isOne();

    runsOut(link);

    refusesTheConsent(link);
    expires(link);
    refusesTheConsent(link);
    for (String table : new String[] {"link_offers", "link_pupils", "consents"}) {
      assertThat(rows(table, link)).as(table).isZero();
    }
    anna.asks()
        .get("/family/v1/links/" + link)
        .then()
        .statusCode(200)
        .body("consent", nullValue())
        .body("school.login", equalTo(""));
    anna.links(school.again());
  }

  @Test
  void aLinkThatStillHasTimeIsLeftAlone() throws SQLException {
    UUID other = anna.begins();
    UUID link = anna.begins();
    String state = anna.stateOf(link);
    runsOut(other);
    expires(other);

    anna.comesBack(link, school.code(), state)
        .statusCode(200)
        .body("status", equalTo("AWAITING_CONSENT"));
  }

  private void refusesTheLogin(UUID link, String state) {
    anna.comesBack(link, school.code(), state)
        .statusCode(410)
        .body("code", equalTo("link-expired"));
  }

  private void refusesTheConsent(UUID link) {
    anna.consents(link, Map.of()).statusCode(410).body("code", equalTo("link-expired"));
  }

  private void expires(UUID link) {
    Patience.until(
        () ->
            "EXPIRED"
                .equals(
                    anna.asks().get("/family/v1/links/" + link).then().extract().path("status")));
    anna.asks()
        .get("/family/v1/links/" + link)
        .then()
        .body("reason", equalTo("NOT_DECIDED_IN_TIME"));
  }

  /** How long the link waits, as its row says. */
  private Duration waits(UUID link, String since) throws SQLException {
    return Transactions.in(
        dataSource,
        tx ->
            Statements.list(
                    tx,
                    "select " + since + ", expires_at from links where id = ?",
                    (Row r) -> Duration.between(r.instant(1), r.instant(2)),
                    link)
                .getFirst());
  }

  private void runsOut(UUID link) throws SQLException {
    Transactions.in(
        dataSource,
        tx ->
            Statements.update(
                tx,
                "update links set expires_at = clock_timestamp() - interval '1 ms' where id = ?",
                link));
  }

  private long rows(String table, UUID link) throws SQLException {
    return Transactions.in(
        dataSource,
        tx ->
            Statements.list(
                    tx,
                    "select count(*) from " + table + " where link_id = ?",
                    (Row r) -> r.big(1),
                    link)
                .getFirst());
  }
}
