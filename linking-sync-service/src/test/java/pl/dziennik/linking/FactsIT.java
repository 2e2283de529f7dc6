package pl.dziennik.linking;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.dziennik.events.AccountState;
import pl.dziennik.events.AccountState.AgeBracket;
import pl.dziennik.events.CopyErased;
import pl.dziennik.events.FactJson;
import pl.dziennik.events.Topics;
import pl.dziennik.support.kafka.CloudEvents;
import pl.dziennik.support.outbox.KafkaSender;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.testkit.Patience;

/** What the facts of the other services do here: once each, and poison holds up nobody else. */
@LinkingTest
class FactsIT {
  private static final Instant ERASED = Instant.parse("2027-03-01T10:00:00Z");

  @Inject KafkaSender sender;
  @Inject AgroalDataSource dataSource;

  private Holder anna;

  @BeforeEach
  void known() throws Exception {
    anna = Holder.whoMayLink(sender);
  }

  @Test
  void anAccountStateThatNoColumnTakesParksItsKeyAndTheEndErasesWhatWaits() throws Exception {
    UUID link = anna.links(SchoolAccount.withOnePupil());
    new Holder(anna.account(), "kana\0rek@poczta.example", sender)
        .tell(2, AccountState.Status.ENABLED, AgeBracket.SIXTEEN_OR_OVER, "");
    anna.tell(3, AccountState.Status.ENABLED, AgeBracket.THIRTEEN_TO_FIFTEEN, "");
    untilTrue(() -> parked() == 2);
    Holder.whoMayLink(sender);

    anna.tell(4, AccountState.Status.DELETED, AgeBracket.SIXTEEN_OR_OVER, "");

    untilTrue(() -> status(link).equals("REVOKED"));
    assertThat(parked()).isZero();
  }

  @Test
  void bytesThatAreNoFactHoldNobodyUp() throws Exception {
    UUID link = endedLink();
    send(Topics.ACCOUNT_FACTS, "pl.dziennik.account-state.v1", "a" + link, "poison");
    send(Topics.NOTIFICATION_FACTS, "pl.dziennik.copy-erased.v1", "n" + link, "poison");
    send(Topics.NOTIFICATION_FACTS, "pl.dziennik.hologram.v1", "h" + link, "{}");
    erased(link, link + ".erased", ERASED);

    untilTrue(() -> erasedAt(link).isPresent());
    anna.tell(5, AccountState.Status.DELETED, AgeBracket.SIXTEEN_OR_OVER, "");
    untilTrue(() -> anna.begin().extract().statusCode() == 403);
    assertThat(parked()).isZero();
  }

  @Test
  void anErasureIsNotedOnceHoweverOftenItIsTold() throws Exception {
    UUID link = endedLink();
    erased(link, link + ".erased", ERASED);
    erased(link, link + ".erased", ERASED.plusSeconds(60));
    erased(link, link + ".again", ERASED.plusSeconds(120));
    untilTrue(() -> handled(link + ".again"));

    assertThat(erasedAt(link)).contains(ERASED);
  }

  @Test
  void halfAnErasureParksItsKeyAndAWholeOnePassesIt() throws Exception {
    UUID link = endedLink();
    send(Topics.NOTIFICATION_FACTS, "pl.dziennik.copy-erased.v1", "half" + link, "{}");
    untilTrue(() -> parked() == 1);

    erased(link, link + ".erased", ERASED);

    untilTrue(() -> erasedAt(link).equals(Optional.of(ERASED)));
    assertThat(parked()).isEqualTo(1);
  }

  private UUID endedLink() {
    UUID link = anna.links(SchoolAccount.withOnePupil());
    anna.asks().delete("/family/v1/links/" + link).then().statusCode(204);
    return link;
  }

  private void erased(UUID link, String id, Instant at) throws Exception {
    CopyErased fact = new CopyErased(anna.account(), link, at);
    String json = new String(FactJson.write(fact), StandardCharsets.UTF_8);
    send(Topics.NOTIFICATION_FACTS, FactJson.typeOf(fact), id, json);
  }

  private void send(String topic, String type, String id, String payload) throws Exception {
    String key = anna.account().toString();
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(topic, key, payload.getBytes(StandardCharsets.UTF_8));
    CloudEvents.write(record.headers(), type, id, "/test", key);
    sender.producer().send(record).get();
  }

  private String status(UUID link) {
    return anna.asks().get("/family/v1/links/" + link).then().extract().path("status");
  }

  private long parked() throws SQLException {
    return count(
        "select count(*) from parked_messages where message_key = ?", anna.account().toString());
  }

  private boolean handled(String id) throws SQLException {
    return count("select count(*) from inbox where message_id = ?", id) == 1;
  }

  private long count(String sql, String value) throws SQLException {
    return Transactions.in(
        dataSource, tx -> Statements.list(tx, sql, (Row r) -> r.big(1), value).getFirst());
  }

  private Optional<Instant> erasedAt(UUID link) throws SQLException {
    List<Optional<Instant>> found =
        Transactions.in(
            dataSource,
            tx ->
                Statements.list(
                    tx,
                    "select notifications_erased_at from consents where link_id = ?",
                    (Row r) -> r.optionalInstant(1),
                    link));
    return found.getFirst();
  }

  private static void untilTrue(Callable<Boolean> condition) {
    Patience.until(condition);
  }
}
