package pl.dziennik.linking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.mailer.MockMailbox;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pl.dziennik.events.AccountState.AgeBracket;
import pl.dziennik.support.outbox.KafkaSender;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.testkit.Patience;

/** Account holders under 16: a guardian decides as well. */
@LinkingTest
class GuardianIT {
  private static final Pattern TOKEN = Pattern.compile("/confirm-link\\?lang=pl#([A-Za-z0-9_-]+)");

  @Inject KafkaSender sender;
  @Inject MockMailbox mailbox;
  @Inject io.agroal.api.AgroalDataSource dataSource;

  private final String guardian = "rodzic-" + UUID.randomUUID() + "@poczta.example";
  private final SchoolAccount school = SchoolAccount.withOnePupil();

  @Test
  void aGuardiansYesBeginsTheCopyAndIsKeptAsEvidence() throws Exception {
    Holder child = known(AgeBracket.UNDER_THIRTEEN, guardian);
    UUID link = awaitingGuardian(child, Map.of());
    String token = token();
    details(token)
        .statusCode(200)
        .body("holderEmail", equalTo(child.email()))
        .body("login", equalTo("9000777"))
        .body("pupils.firstName", contains("Zosia-Kanarek"))
        .body("text", notNullValue());

    decide(token, "CONFIRM").statusCode(204);

    child.asks().get("/family/v1/links/" + link).then().body("status", equalTo("ACTIVE"));
    child
        .asks()
        .get("/family/v1/links/" + link + "/receipt")
        .then()
        .body("authorisedBy", equalTo(guardian))
        .body("authorisedAt", notNullValue());
    decide(token, "CONFIRM").statusCode(410).body("code", equalTo("link-used-or-expired"));
    decide(token, "REFUSE").statusCode(410);
    details(token).statusCode(410);
  }

  @Test
  void aGuardiansNoLeavesNoNameOfThePupil() throws Exception {
    Holder child = known(AgeBracket.THIRTEEN_TO_FIFTEEN, "");
    UUID link = awaitingGuardian(child, Map.of("guardianEmail", guardian));

    decide(token(), "REFUSE").statusCode(204);

    child
        .asks()
        .get("/family/v1/links/" + link)
        .then()
        .body("status", equalTo("CANCELLED"))
        .body("reason", equalTo("GUARDIAN_REFUSED"));
    assertThat(rows("select 1 from link_offers where link_id = ?", link)).isZero();
    assertThat(rows("select 1 from link_pupils where link_id = ?", link)).isZero();
    assertThat(rows("select 1 from register_outbox where link_id = ?", link)).isZero();
    assertThat(rows("select 1 from mails where about = ? and data = '{}'", link)).isEqualTo(1);
  }

  @Test
  void aMailThatHasNotGoneYetDoesNotGoOnceTheLinkIsLeft() throws Exception {
    Holder child = known(AgeBracket.THIRTEEN_TO_FIFTEEN, "");
    UUID link = awaitingGuardian(child, Map.of("guardianEmail", guardian));
    token();
    assertThat(
            changed(
                "update mails set sent_at = null, next_at = 'infinity', data = '{\"x\":1}'"
                    + " where about = ?",
                link))
        .isEqualTo(1);

    child.asks().delete("/family/v1/links/" + link).then().statusCode(204);

    assertThat(
            rows(
                "select 1 from mails where about = ? and sent_at is not null and data = '{}'",
                link))
        .isEqualTo(1);
  }

  @Test
  void nothingIsReadBeforeTheGuardianHasDecided() throws Exception {
    Holder child = known(AgeBracket.THIRTEEN_TO_FIFTEEN, "");
    UUID link = awaitingGuardian(child, Map.of("guardianEmail", guardian));

    assertThat(rows("select 1 from link_scopes where link_id = ?", link)).isZero();
    assertThat(rows("select 1 from register_outbox where link_id = ?", link)).isZero();
    String token = token();
    child.asks().delete("/family/v1/links/" + link).then().statusCode(204);
    decide(token, "CONFIRM").statusCode(410);
    child.asks().get("/family/v1/links/" + link).then().body("status", equalTo("CANCELLED"));
  }

  @Test
  void theGuardiansAddressIsNeededAndIsSomebodyElses() throws Exception {
    Holder child = known(AgeBracket.THIRTEEN_TO_FIFTEEN, "");
    UUID link = child.begins();
    child
        .comesBack(link, school.code())
        .statusCode(200)
        .body("consent.guardianEmailNeeded", equalTo(true));

    child
        .consents(link, Map.of())
        .statusCode(422)
        .body("code", equalTo("guardian-needed"))
        .body("errors.field", contains("guardianEmail"));
    child
        .consents(link, Map.of("guardianEmail", child.email().toUpperCase(java.util.Locale.ROOT)))
        .statusCode(422)
        .body("code", equalTo("guardian-is-oneself"));
    for (String none :
        new String[] {"nikt", "\"a\"@x.pl", "x@localhost", "a@[127.0.0.1]", "a\u2028@x.pl"}) {
      child
          .consents(link, Map.of("guardianEmail", none))
          .statusCode(400)
          .body("errors.field", contains("guardianEmail"));
    }
    child
        .consents(link, Map.of("guardianEmail", child.email().replace("@", "+mama@")))
        .statusCode(422)
        .body("code", equalTo("guardian-is-oneself"));
    assertThat(rows("select 1 from consents where link_id = ?", link)).isZero();
  }

  @Test
  void whatNobodyDecidesExpires() throws Exception {
    Holder child = known(AgeBracket.THIRTEEN_TO_FIFTEEN, "");
    UUID link = awaitingGuardian(child, Map.of("guardianEmail", guardian));
    String token = token();

    Transactions.in(
        dataSource,
        c -> Statements.update(c, "update links set expires_at = now() where id = ?", link));

    Patience.until(
        () ->
            "EXPIRED"
                .equals(
                    child.asks().get("/family/v1/links/" + link).then().extract().path("status")));
    decide(token, "CONFIRM").statusCode(410);
  }

  @Test
  void aTokenThatNeverWasIs410() {
    decide("nie-ma-takiego", "CONFIRM").statusCode(410);
    given()
        .contentType("application/json")
        .body(Map.of("token", "x", "decision", "PERHAPS"))
        .post("/family/v1/guardian-decisions")
        .then()
        .statusCode(400);
  }

  private Holder known(AgeBracket bracket, String guardianOfAccount) throws Exception {
    return Holder.somebody(sender).known(bracket, guardianOfAccount).heardOf();
  }

  private UUID awaitingGuardian(Holder child, Map<String, Object> consent) {
    UUID link = child.begins();
    child.comesBack(link, school.code()).statusCode(200);
    child
        .consents(link, consent)
        .statusCode(200)
        .body("status", equalTo("AWAITING_GUARDIAN"))
        .body("expiresAt", notNullValue());
    return link;
  }

  private String token() {
    Patience.until(() -> !mailbox.getMailsSentTo(guardian).isEmpty());
    Matcher token = TOKEN.matcher(mailbox.getMailsSentTo(guardian).getLast().getText());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private static ValidatableResponse decide(String token, String decision) {
    return given()
        .contentType("application/json")
        .body(Map.of("token", token, "decision", decision))
        .post("/family/v1/guardian-decisions")
        .then();
  }

  private static ValidatableResponse details(String token) {
    return given()
        .contentType("application/json")
        .body(Map.of("token", token))
        .post("/family/v1/guardian-decisions/details")
        .then();
  }

  private int changed(String sql, UUID link) throws SQLException {
    return Transactions.in(dataSource, c -> Statements.update(c, sql, link));
  }

  private int rows(String sql, UUID link) throws SQLException {
    return Transactions.in(dataSource, c -> Statements.list(c, sql, (Row r) -> 1, link).size());
  }
}
