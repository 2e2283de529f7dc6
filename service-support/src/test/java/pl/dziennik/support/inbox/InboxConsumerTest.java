package pl.dziennik.support.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import pl.dziennik.support.kafka.CloudEvents;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.trace.Traces;
import pl.dziennik.testkit.TestPostgres;

/** Once, in order per key, and nothing lost, on a real database. */
class InboxConsumerTest {
  private final PGSimpleDataSource dataSource = new PGSimpleDataSource();
  private final MockProducer<String, byte[]> deadLetters =
      new MockProducer<>(
          true, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());
  private final List<String> handled = new ArrayList<>();
  private final List<String> traces = new ArrayList<>();
  private boolean isPoisonous = true;

  private final InboxConsumer consumer =
      new InboxConsumer(
          "test",
          dataSource,
          () -> deadLetters,
          new MessageHandler() {
            @Override
            public void handle(Connection tx, Message message)
                throws UndecodableException, SQLException {
              effect(tx, message);
            }

            @Override
            public boolean isFinal(Message message) {
              return text(message).startsWith("final");
            }
          });

  @BeforeEach
  void freshTables() throws SQLException, IOException {
    TestPostgres.Database database = TestPostgres.shared().fresh("notification", "inbox_test");
    dataSource.setUrl(database.url());
    dataSource.setUser(database.owner());
    dataSource.setPassword(database.owner());
    try (Connection owner = database.asOwner();
        InputStream ddl =
            InboxConsumer.class.getResourceAsStream("/pl/dziennik/support/inbox.sql")) {
      assertThat(ddl).isNotNull();
      owner.createStatement().execute(new String(ddl.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void aRepeatHasNoEffect() throws Exception {
    consumer.handle(record("anna", "1", "good"));
    consumer.handle(record("anna", "1", "good"));

    assertThat(handled).containsExactly("anna 1");
  }

  @Test
  void poisonParksItsKeyAloneAndWhatFollowsWaitsInOrder() throws Exception {
    consumer.handle(record("anna", "1", "poison"));
    consumer.handle(record("anna", "2", "good"));
    consumer.handle(record("jan", "3", "good"));
    assertThat(handled).containsExactly("jan 3");

    isPoisonous = false;
    assertThat(consumer.replay("anna")).isEqualTo(2);
    consumer.handle(record("anna", "4", "good"));

    assertThat(handled).containsExactly("jan 3", "anna 1", "anna 2", "anna 4");
  }

  @Test
  void aReplayThatStillFailsLosesNothing() throws Exception {
    consumer.handle(record("anna", "1", "poison"));
    consumer.handle(record("anna", "2", "good"));

    assertThatThrownBy(() -> consumer.replay("anna")).isInstanceOf(IllegalStateException.class);

    assertThat(parked()).isEqualTo(2);
    assertThat(handled).isEmpty();
  }

  @Test
  void undecodableBytesGoToTheDeadLettersAndHoldUpNobody() throws Exception {
    consumer.handle(record("anna", "1", "undecodable"));
    consumer.handle(new ConsumerRecord<>("facts", 0, 0, "anna", bytes("no event")));
    consumer.handle(record("anna", "2", "good"));

    assertThat(deadLetters.history())
        .extracting(r -> r.topic() + " " + new String(r.value(), StandardCharsets.UTF_8))
        .containsExactly("facts.dead-letter undecodable", "facts.dead-letter no event");
    assertThat(handled).containsExactly("anna 2");
  }

  @Test
  void whatTheDatabaseRefusesForTheMomentIsTriedAgain() throws Exception {
    assertThatThrownBy(() -> consumer.handle(record("anna", "1", "no database")))
        .isInstanceOf(SQLException.class);
    assertThat(parked()).isZero();

    consumer.handle(record("anna", "1", "good"));
    assertThat(handled).containsExactly("anna 1");
  }

  @Test
  void whatTheDatabaseNeverTakesParksItsKeyAndIsTriedAgainAtAStart() throws Exception {
    consumer.handle(record("anna", "1", "no such value"));
    consumer.handle(record("jan", "2", "twice the same row"));
    assertThat(parkedReasons()).containsExactly("SQLSTATE 22021", "SQLSTATE 23505");
    assertThat(handled).isEmpty();

    consumer.replayAll();
    assertThat(parked()).isEqualTo(2);

    isPoisonous = false;
    consumer.replayAll();
    assertThat(parked()).isZero();
    assertThat(handled).containsExactly("anna 1", "jan 2");
  }

  @Test
  void aFinalStatePassesAParkedKeyOnceAndNobodyElseDoes() throws Exception {
    consumer.handle(record("anna", "1", "poison"));
    consumer.handle(record("anna", "2", "final"));
    consumer.handle(record("anna", "2", "final"));
    consumer.handle(record("anna", "3", "good"));

    assertThat(handled).containsExactly("anna 2");
    assertThat(parked()).isEqualTo(2);
  }

  @Test
  void aFinalStateThatCannotBeHandledWaitsLikeEveryOther() throws Exception {
    consumer.handle(record("anna", "1", "poison"));
    consumer.handle(record("anna", "2", "final poison"));

    isPoisonous = false;
    assertThat(consumer.replay("anna")).isEqualTo(2);
    assertThat(handled).containsExactly("anna 1", "anna 2");
  }

  @Test
  void aReplayGoesOnUnderTheTraceOfTheMessage() throws Exception {
    String trace = "0af7651916cd43dd8448eb211c80319c";
    ConsumerRecord<String, byte[]> record = record("anna", "1", "poison");
    CloudEvents.put(record.headers(), "traceparent", "00-" + trace + "-b7ad6b7169203331-01");
    consumer.handle(record);

    isPoisonous = false;
    consumer.replay("anna");

    assertThat(traces).containsExactly(trace);
  }

  private void effect(Connection tx, Message message) throws UndecodableException, SQLException {
    switch (text(message)) {
      case "no such value" -> {
        if (isPoisonous) {
          Statements.update(tx, "select ?", "nul\0");
        }
        handled(message);
      }
      case "twice the same row" -> {
        if (isPoisonous) {
          Statements.update(tx, "insert into inbox (consumer, message_id) values ('a', 'b')");
          Statements.update(tx, "insert into inbox (consumer, message_id) values ('a', 'b')");
        }
        handled(message);
      }
      case "poison", "final poison" -> {
        if (isPoisonous) {
          throw new IllegalStateException("cannot be handled");
        }
        handled(message);
      }
      case "undecodable" -> throw new UndecodableException("not a fact", new IOException());
      case "no database" -> throw new SQLException("gone for the moment");
      default -> handled(message);
    }
  }

  private void handled(Message message) {
    handled.add(message.key() + " " + message.id());
    Traces.currentId().ifPresent(traces::add);
  }

  private static String text(Message message) {
    return new String(message.payload(), StandardCharsets.UTF_8);
  }

  private List<String> parkedReasons() throws SQLException {
    try (Connection c = dataSource.getConnection()) {
      return Statements.list(
          c, "select reason from parked_messages order by id", (Row r) -> r.text(1));
    }
  }

  private long parked() throws SQLException {
    try (Connection c = dataSource.getConnection()) {
      return Statements.list(c, "select count(*) from parked_messages", (Row r) -> r.big(1))
          .getFirst();
    }
  }

  private static ConsumerRecord<String, byte[]> record(String key, String id, String payload) {
    ConsumerRecord<String, byte[]> out = new ConsumerRecord<>("facts", 0, 0, key, bytes(payload));
    CloudEvents.write(out.headers(), "test.v1", id, "/test", key);
    return out;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
