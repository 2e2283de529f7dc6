package pl.dziennik.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.mailer.MockMailbox;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import pl.dziennik.support.secret.KeyedHash;
import pl.dziennik.support.secret.OneTimeTokens;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.testkit.Rows;

/** What has expired opens nothing and changes nothing. */
@AccountTest
class ExpiryIT {
  private static final Duration LITTLE = Duration.ofSeconds(1);

  @Inject AgroalDataSource dataSource;
  @Inject MockMailbox mailbox;
  @Inject FakeIdentity identity;

  @ConfigProperty(name = "dziennik.account.token-hash-key")
  String tokenKey;

  @ConfigProperty(name = "dziennik.account.challenge-key")
  String challengeKey;

  @Test
  void anActivationLink() throws SQLException {
    Person anna = Person.somebody(mailbox);
    UUID registration = anna.registered();
    String token = anna.tokenInMail("/activate");
    Map<String, Object> activation =
        Map.of("token", token, "registrationId", registration, "password", "moje-wlasne-haslo");

    Instant end = expire(token);
    gone(Person.post("/activations", activation));

    assertThat(identity.canLogIn(anna.email(), Person.PASSWORD)).isFalse();
    assertThat(identity.canLogIn(anna.email(), "moje-wlasne-haslo")).isFalse();
    assertThat(accounts(anna.email())).isZero();
    revive(token, end);
    Person.post("/activations", activation).then().statusCode(204);
  }

  @Test
  void aParentsLink() throws SQLException {
    Person child = Person.somebody(mailbox);
    String parent = "rodzic-" + UUID.randomUUID() + "@poczta.example";
    child.register(Map.of("ageBracket", "UNDER_THIRTEEN", "guardianEmail", parent));
    String token = child.tokenInMail(parent, "/confirm-child", 1);

    Instant end = expire(token);
    gone(Person.post("/guardian-decisions/details", Map.of("token", token)));
    gone(decide(token, "CONFIRM"));
    gone(decide(token, "REFUSE"));

    assertThat(identity.subjectOf(child.email())).isPresent();
    assertThat(identity.canLogIn(child.email(), Person.PASSWORD)).isFalse();
    assertThat(accounts(child.email())).isZero();
    revive(token, end);
    decide(token, "CONFIRM").then().statusCode(204);
  }

  @Test
  void aResetLink() throws SQLException {
    Person anna = Holder.somebody(mailbox, identity).person();
    Person.post("/password-resets", Map.of("email", anna.email())).then().statusCode(202);
    String token = anna.tokenInMail(anna.email(), "/reset-password", 2);

    Instant end = expire(token);
    gone(reset(token));

    assertThat(identity.canLogIn(anna.email(), Person.PASSWORD)).isTrue();
    assertThat(identity.canLogIn(anna.email(), "calkiem-nowe-haslo")).isFalse();
    revive(token, end);
    reset(token).then().statusCode(204);
  }

  @Test
  void aRegistrationWhoseLinkWouldStillBeGood() throws SQLException {
    Person anna = Person.somebody(mailbox);
    UUID registration = anna.registered();
    String token = anna.tokenInMail("/activate");
    Transactions.in(
        dataSource,
        tx ->
            Statements.update(
                tx,
                "update registrations set expires_at = ? where id = ?",
                Instant.now().minus(LITTLE),
                registration));

    gone(Person.activate(token, registration));

    assertThat(identity.canLogIn(anna.email(), Person.PASSWORD)).isFalse();
    assertThat(accounts(anna.email())).isZero();
  }

  @Test
  void aSolvedChallenge() throws SQLException {
    Person late = Person.somebody(mailbox);
    late.register(Map.of("challengeResponse", solvedUntil(Instant.now().minus(LITTLE))))
        .then()
        .statusCode(422)
        .body("code", equalTo("challenge-expired"))
        .body("errors[0].field", equalTo("challengeResponse"));

    assertThat(identity.subjectOf(late.email())).isEmpty();
    assertThat(Tables.holding(dataSource, late.email())).isEmpty();
    late.register(
            Map.of("challengeResponse", solvedUntil(Instant.now().plus(Duration.ofMinutes(1)))))
        .then()
        .statusCode(202);
  }

  /** Our own challenge, signed as the service does, of the time that is wanted. */
  private String solvedUntil(Instant expires) {
    String salt = "00?expires=" + expires.getEpochSecond() + "&";
    String challenge = Person.sha256(salt + 7);
    String signature = HexFormat.of().formatHex(new KeyedHash(challengeKey).of(challenge));
    return Person.answer(salt, challenge, 7, signature);
  }

  /** Ends the token a moment ago; returns when it would have ended. */
  private Instant expire(String token) throws SQLException {
    Instant end =
        Transactions.in(
                dataSource,
                tx ->
                    Statements.list(
                        tx,
                        "select expires_at from link_tokens where hash = ?",
                        (Row r) -> r.instant(1),
                        hash(token)))
            .getFirst();
    revive(token, Instant.now().minus(LITTLE));
    return end;
  }

  private void revive(String token, Instant end) throws SQLException {
    int rows =
        Transactions.in(
            dataSource,
            tx ->
                Statements.update(
                    tx, "update link_tokens set expires_at = ? where hash = ?", end, hash(token)));
    assertThat(rows).isEqualTo(1);
  }

  private byte[] hash(String token) {
    return new OneTimeTokens(tokenKey).hash(token);
  }

  private long accounts(String email) {
    return Rows.count(dataSource, "accounts where email = ?", email);
  }

  private static void gone(Response answer) {
    answer.then().statusCode(410).body("code", equalTo("link-used-or-expired"));
  }

  private static Response decide(String token, String decision) {
    return Person.post("/guardian-decisions", Map.of("token", token, "decision", decision));
  }

  private static Response reset(String token) {
    return Person.post(
        "/password-resets/confirmations", Map.of("token", token, "password", "calkiem-nowe-haslo"));
  }
}
