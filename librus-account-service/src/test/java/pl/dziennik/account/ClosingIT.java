package pl.dziennik.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.mailer.MockMailbox;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.dziennik.events.AccountState;
import pl.dziennik.events.AccountState.Status;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.testkit.Patience;
import pl.dziennik.testkit.Rows;
import pl.dziennik.testkit.TestIdentity.Realm;
import pl.dziennik.testkit.TestTokens;

/** The end of an account: nothing of the person stays, and the address is free again. */
@AccountTest
class ClosingIT {
  private static final String ME = "/accounts/v1/me";

  @Inject MockMailbox mailbox;
  @Inject FakeIdentity identity;
  @Inject AgroalDataSource dataSource;

  @AfterEach
  void keycloakAnswersAgain() {
    identity.down(false);
  }

  @Test
  void aDeletedAccountIsNowhereAndToldAsDeleted() throws SQLException {
    String parent = "rodzic-" + UUID.randomUUID() + "@poczta.example";
    Holder ola =
        Holder.of(
            Person.somebody(mailbox),
            identity,
            Map.of("ageBracket", "THIRTEEN_TO_FIFTEEN", "guardianEmail", parent));
    Person.post("/password-resets", Map.of("email", ola.person().email()));
    assertThat(holding(ola.person().email())).isNotEmpty();

    ola.asks().delete(ME).then().statusCode(204);

    assertThat(holding(ola.person().email())).isEmpty();
    assertThat(holding(parent)).isEmpty();
    assertThat(identity.subjectOf(ola.person().email())).isEmpty();
    assertThat(state(ola)).isEqualTo("DELETED");
    assertThat(told(ola))
        .last()
        .returns(Status.DELETED, AccountState::status)
        .returns(2L, AccountState::version)
        .returns("", AccountState::email)
        .returns("", AccountState::guardianEmail);
  }

  @Test
  void aMailToAnotherGoesWithTheRegistrationThatItIsAboutAndNoOtherDoes() throws SQLException {
    Holder ola = Holder.somebody(mailbox, identity);
    UUID registration =
        Transactions.in(
            dataSource,
            tx ->
                Statements.list(
                        tx,
                        "select id from registrations where email = ?",
                        (Row r) -> r.id(1),
                        ola.person().email())
                    .getFirst());
    String parent = "rodzic-" + UUID.randomUUID() + "@poczta.example";
    mailTo(parent, registration);
    mailTo("drugi-" + parent, UUID.randomUUID());

    ola.asks().delete(ME).then().statusCode(204);

    assertThat(mailsTo(parent)).isZero();
    assertThat(mailsTo("drugi-" + parent)).isEqualTo(1);
  }

  private void mailTo(String recipient, UUID about) throws SQLException {
    Transactions.in(
        dataSource,
        tx ->
            Statements.update(
                tx,
                "insert into mails (id, recipient, template, language, data, about, created_at,"
                    + " next_at) values (?, ?, 'guardian', 'pl', 'no json', ?, now(), 'infinity')",
                UUID.randomUUID(),
                recipient,
                about));
  }

  private long mailsTo(String recipient) {
    return Rows.count(dataSource, "mails where recipient = ?", recipient);
  }

  @Test
  void aTokenThatIsStillValidOpensNothing() {
    Holder anna = Holder.somebody(mailbox, identity);
    anna.asks().delete(ME).then().statusCode(204);

    anna.asks().get(ME).then().statusCode(403).body("code", equalTo("no-account"));
    anna.asks().delete(ME).then().statusCode(403).body("code", equalTo("no-account"));
    anna.asks()
        .header("If-Match", "\"2\"")
        .body(Map.of("language", "en"))
        .patch(ME)
        .then()
        .statusCode(403)
        .body("code", equalTo("no-account"));
  }

  @Test
  void theSameAddressRegistersAgainAsSomebodyNew() {
    Holder anna = Holder.somebody(mailbox, identity);
    anna.asks().delete(ME).then().statusCode(204);

    Holder again = Holder.of(anna.person(), identity, Map.of());

    assertThat(again.id()).isNotEqualTo(anna.id());
    again.asks().get(ME).then().statusCode(200).header("ETag", equalTo("\"1\""));
    anna.asks().get(ME).then().statusCode(403);
  }

  @Test
  void whenKeycloakIsSilentTheAccountIsGoneAllTheSameAndTheUserFollows() throws SQLException {
    Holder anna = Holder.somebody(mailbox, identity);
    identity.down(true);

    anna.asks().delete(ME).then().statusCode(204);

    assertThat(holding(anna.person().email())).isEmpty();
    assertThat(state(anna)).isEqualTo("DELETING");
    assertThat(identity.subjectOf(anna.person().email())).isPresent();
    anna.asks().get(ME).then().statusCode(403).body("code", equalTo("no-account"));

    identity.down(false);
    Patience.until(() -> state(anna).equals("DELETED"));
    assertThat(identity.subjectOf(anna.person().email())).isEmpty();
    assertThat(told(anna)).filteredOn(s -> s.status() == Status.DELETED).hasSize(1);
  }

  @Test
  void aUserWhoIsGoneAlreadyHoldsNobodyUp() throws SQLException {
    Holder anna = Holder.somebody(mailbox, identity);
    identity.remove(anna.id().toString());

    anna.asks().delete(ME).then().statusCode(204);

    assertThat(state(anna)).isEqualTo("DELETED");
  }

  @Test
  void aStaleIfMatchDeletesNothing() throws SQLException {
    Holder anna = Holder.somebody(mailbox, identity);

    anna.asks().header("If-Match", "\"7\"").delete(ME).then().statusCode(412);

    assertThat(state(anna)).isEqualTo("ENABLED");
    anna.asks().header("If-Match", "\"1\"").delete(ME).then().statusCode(204);
  }

  @Test
  void nobodyDeletesAnothersAccount() throws SQLException {
    Holder anna = Holder.somebody(mailbox, identity);

    given().delete(ME).then().statusCode(401);
    given()
        .header("Authorization", "Bearer " + TestTokens.person(Realm.LIBRUS).token())
        .delete(ME)
        .then()
        .statusCode(403);

    assertThat(state(anna)).isEqualTo("ENABLED");
  }

  private String state(Holder holder) throws SQLException {
    return Transactions.in(
        dataSource,
        tx ->
            Statements.list(
                    tx,
                    "select state from accounts where id = ?",
                    (Row r) -> r.text(1),
                    holder.id())
                .getFirst());
  }

  private List<String> holding(String text) throws SQLException {
    return Tables.holding(dataSource, text);
  }

  private static List<AccountState> told(Holder holder) {
    return Patience.until(() -> FactsSeen.of(holder.id(), AccountState.class), s -> s.size() >= 2);
  }
}
