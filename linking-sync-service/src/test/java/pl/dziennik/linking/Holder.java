package pl.dziennik.linking;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import pl.dziennik.events.AccountState;
import pl.dziennik.events.AccountState.AgeBracket;
import pl.dziennik.events.FactJson;
import pl.dziennik.events.Topics;
import pl.dziennik.support.kafka.CloudEvents;
import pl.dziennik.support.outbox.KafkaSender;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.testkit.Patience;
import pl.dziennik.testkit.TestIdentity;
import pl.dziennik.testkit.TestIdentity.Realm;
import pl.dziennik.testkit.TestTokens;

/** The holder of a LIBRUS Account who links a school account, over HTTP. */
record Holder(UUID account, String email, KafkaSender sender) {
  static final String REDIRECT = TestIdentity.PUBLIC_ORIGIN + "/linked";
  private static final Pattern STATE = Pattern.compile("[?&]state=([^&]+)");

  private static final Mailbox NEVER_RECOVERED =
      new Mailbox(Instant.EPOCH, Instant.parse("2026-09-01T08:00:00Z"));

  static Holder somebody(KafkaSender sender) {
    UUID account = UUID.randomUUID();
    return new Holder(account, "osoba-" + account + "@poczta.example", sender);
  }

  /** librus-account-service tells of the account. */
  Holder known(AgeBracket bracket, String guardian)
      throws ExecutionException, InterruptedException {
    tell(1, AccountState.Status.ENABLED, bracket, guardian);
    return this;
  }

  Holder adult() throws ExecutionException, InterruptedException {
    return known(AgeBracket.SIXTEEN_OR_OVER, "");
  }

  /** An adult of whom linking-sync has heard, so that a link can begin. */
  static Holder whoMayLink(KafkaSender sender) throws ExecutionException, InterruptedException {
    return somebody(sender).adult().heardOf();
  }

  /** The account's facts have arrived: a link begins. */
  Holder heardOf() {
    Patience.until(() -> begin().extract().statusCode() == 201);
    return this;
  }

  void tell(long version, AccountState.Status status, AgeBracket bracket, String guardian)
      throws ExecutionException, InterruptedException {
    tell(state(version, status, "pl", new Person(bracket, guardian), NEVER_RECOVERED));
  }

  /** The holder has chosen a language. */
  Holder speaking(String language, long version, AgeBracket bracket, String guardian)
      throws ExecutionException, InterruptedException {
    Person person = new Person(bracket, guardian);
    tell(state(version, AccountState.Status.ENABLED, language, person, NEVER_RECOVERED));
    return this;
  }

  /** As an adult, and nobody has answered from the mailbox yet. */
  Holder unproved() throws ExecutionException, InterruptedException {
    recovers(1, Instant.EPOCH, Instant.EPOCH);
    return heardOf();
  }

  /** The mailbox of the address set a password. */
  void recovers(long version, Instant passwordSetAt, Instant addressVerifiedAt)
      throws ExecutionException, InterruptedException {
    Person adult = new Person(AgeBracket.SIXTEEN_OR_OVER, "");
    Mailbox mailbox = new Mailbox(passwordSetAt, addressVerifiedAt);
    tell(state(version, AccountState.Status.ENABLED, "pl", adult, mailbox));
  }

  /** That state of the account has arrived. */
  Holder knownAs(long version, DataSource dataSource) {
    Patience.until(() -> knows(version, dataSource));
    return this;
  }

  private boolean knows(long version, DataSource dataSource) throws SQLException {
    return Transactions.in(
        dataSource,
        tx ->
            !Statements.list(
                    tx,
                    "select 1 from accounts where id = ? and version = ?",
                    (Row r) -> true,
                    account,
                    version)
                .isEmpty());
  }

  private record Person(AgeBracket bracket, String guardian) {}

  private record Mailbox(Instant passwordSetAt, Instant addressVerifiedAt) {}

  private AccountState state(
      long version, AccountState.Status status, String language, Person person, Mailbox mailbox) {
    return new AccountState(
        account,
        version,
        status,
        email,
        language,
        person.bracket,
        person.guardian,
        mailbox.passwordSetAt,
        mailbox.addressVerifiedAt);
  }

  private void tell(AccountState fact) throws ExecutionException, InterruptedException {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(Topics.ACCOUNT_FACTS, account.toString(), FactJson.write(fact));
    CloudEvents.write(
        record.headers(),
        FactJson.typeOf(fact),
        account + "." + fact.version(),
        "/test",
        account.toString());
    sender.producer().send(record).get();
  }

  RequestSpecification asks() {
    return asks(Duration.ZERO);
  }

  /** With a token that was issued so long ago. */
  RequestSpecification asks(Duration age) {
    return asks(age, false);
  }

  /**
   * @param addressVerified what the token says of the address
   */
  RequestSpecification asks(Duration age, boolean addressVerified) {
    return given()
        .auth()
        .oauth2(
            TestTokens.person(Realm.LIBRUS)
                .subject(account)
                .email(email)
                .claim("email_verified", addressVerified)
                .age(age)
                .token())
        .contentType("application/json");
  }

  /** Begins a link; its id. */
  UUID begins() {
    return UUID.fromString(begin().statusCode(201).extract().path("id"));
  }

  ValidatableResponse begin() {
    return asks()
        .body(Map.of("redirectUri", REDIRECT, "platform", "WEB"))
        .post("/family/v1/links")
        .then();
  }

  /** The state in the address of the school's login page. */
  String stateOf(UUID link) {
    String url = asks().get("/family/v1/links/" + link).then().extract().path("authorizationUrl");
    Matcher state = STATE.matcher(url);
    if (!state.find()) {
      throw new IllegalStateException("no state in " + url);
    }
    return state.group(1);
  }

  /** Comes back from the school's login with that code. */
  ValidatableResponse comesBack(UUID link, String code) {
    return comesBack(link, code, stateOf(link));
  }

  ValidatableResponse comesBack(UUID link, String code, String state) {
    return asks()
        .body(Map.of("code", code, "state", state, "iss", TestIdentity.issuer(Realm.SYNERGIA.id())))
        .post("/family/v1/links/" + link + "/authorization-result")
        .then();
  }

  ValidatableResponse consents(UUID link, Map<String, Object> changes) {
    Map<String, Object> body = new HashMap<>();
    body.put("textId", "family-copy");
    body.put("version", "1");
    body.put("accepted", true);
    body.putAll(changes);
    return asks().body(body).post("/family/v1/links/" + link + "/consent").then();
  }

  /** The whole way. */
  UUID links(SchoolAccount school) {
    UUID link = begins();
    comesBack(link, school.code()).statusCode(200);
    consents(link, Map.of()).statusCode(200);
    return link;
  }
}
