package pl.dziennik.support.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import pl.dziennik.support.kafka.CloudEvents;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.testkit.Patience;
import pl.dziennik.testkit.TestKafka;
import pl.dziennik.testkit.TestPostgres;
import pl.dziennik.testkit.TestPostgres.Database;

/** The relay on a real database and a real broker. */
class OutboxRelayTest {
  private final String topic = "outbox-" + UUID.randomUUID();
  private Database database = TestPostgres.shared().database("notification");
  private PGSimpleDataSource dataSource = new PGSimpleDataSource();

  @BeforeEach
  void freshTable() throws SQLException, IOException {
    database = TestPostgres.shared().fresh("notification", "outbox_test");
    dataSource = new PGSimpleDataSource();
    dataSource.setUrl(database.url());
    dataSource.setUser(database.owner());
    dataSource.setPassword(database.owner());
    try (Connection owner = database.asOwner();
        InputStream ddl =
            OutboxRelay.class.getResourceAsStream("/pl/dziennik/support/outbox.sql")) {
      assertThat(ddl).isNotNull();
      owner.createStatement().execute(new String(ddl.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void sendsInOrderPerKeyAndKeepsNothing() throws Exception {
    TestKafka.shared().topics(topic);
    Instant before = databaseTime();
    append("anna", "1");
    append("jan", "1");
    append("anna", "2");
    append("anna", "3");
    Instant after = databaseTime();
    try (Producer<String, byte[]> producer =
        Producers.reliable(TestKafka.shared().bootstrapServers())) {
      assertThat(new OutboxRelay(dataSource, producer, "/test").run()).isEqualTo(4);
    }

    List<ConsumerRecord<String, byte[]>> records = consume(4);
    assertThat(records)
        .filteredOn(r -> r.key().equals("anna"))
        .extracting(OutboxRelayTest::text)
        .containsExactly("1", "2", "3");
    assertThat(records.getFirst().headers().lastHeader("ce_type").value())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("test.v1");
    assertThat(records)
        .extracting(r -> CloudEvents.get(r.headers(), "ce_time").map(Instant::parse).orElseThrow())
        .allSatisfy(at -> assertThat(at).isBetween(before, after));
    assertThat(left()).isZero();
  }

  private Instant databaseTime() throws SQLException {
    try (Connection c = dataSource.getConnection()) {
      return Statements.list(c, "select clock_timestamp()", (Row r) -> r.instant(1)).getFirst();
    }
  }

  @Test
  void aFailedSendKeepsItsRowAndWhatFollowsOfThatKey() throws Exception {
    append("anna", "1");
    append("jan", "1");
    append("anna", "2");
    try (MockProducer<String, byte[]> producer = failingFor("anna")) {
      assertThat(new OutboxRelay(dataSource, producer, "/test").run()).isEqualTo(1);
    }
    assertThat(left()).isEqualTo(2);

    TestKafka.shared().topics(topic);
    try (Producer<String, byte[]> producer =
        Producers.reliable(TestKafka.shared().bootstrapServers())) {
      new OutboxRelay(dataSource, producer, "/test").run();
    }
    assertThat(consume(2)).extracting(OutboxRelayTest::text).containsExactly("1", "2");
  }

  @Test
  void aRolledBackTransactionSendsNothing() throws Exception {
    try (Connection tx = database.asOwner()) {
      tx.setAutoCommit(false);
      Outbox.append(tx, message("anna", "1"));
      tx.rollback();
    }
    assertThat(left()).isZero();
  }

  /** Fails every send of a key, as a broker would that refuses one partition. */
  private MockProducer<String, byte[]> failingFor(String key) {
    return new MockProducer<>(
        true, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer()) {
      @Override
      public synchronized java.util.concurrent.Future<
              org.apache.kafka.clients.producer.RecordMetadata>
          send(org.apache.kafka.clients.producer.ProducerRecord<String, byte[]> record) {
        return record.key().equals(key)
            ? java.util.concurrent.CompletableFuture.failedFuture(
                new ExecutionException(new IllegalStateException("refused")))
            : java.util.concurrent.CompletableFuture.completedFuture(null);
      }
    };
  }

  private void append(String key, String text) throws SQLException {
    try (Connection tx = database.asOwner()) {
      Outbox.append(tx, message(key, text));
    }
  }

  private OutboxMessage message(String key, String text) {
    return new OutboxMessage(
        topic, key, "test.v1", UUID.randomUUID().toString(), text.getBytes(StandardCharsets.UTF_8));
  }

  private int left() throws SQLException {
    try (Connection owner = database.asOwner();
        ResultSet r = owner.createStatement().executeQuery("select count(*) from outbox")) {
      r.next();
      return r.getInt(1);
    }
  }

  private List<ConsumerRecord<String, byte[]>> consume(int count) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", TestKafka.shared().bootstrapServers(),
                "group.id", UUID.randomUUID().toString(),
                "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic));
      List<ConsumerRecord<String, byte[]>> out = new ArrayList<>();
      Patience.until(
          () -> {
            consumer.poll(Duration.ofMillis(200)).forEach(out::add);
            return out.size() >= count;
          });
      return out;
    }
  }

  private static String text(ConsumerRecord<String, byte[]> record) {
    return new String(record.value(), StandardCharsets.UTF_8);
  }
}
