package pl.dziennik.linking;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.dziennik.events.Topics;
import pl.dziennik.events.document.DocumentHeaders;
import pl.dziennik.linking.sync.EndReason;
import pl.dziennik.linking.sync.Generations;
import pl.dziennik.linking.sync.LinkLife;
import pl.dziennik.linking.sync.SchoolEpochs;
import pl.dziennik.support.kafka.CloudEvents;
import pl.dziennik.support.kafka.DeadLetters;
import pl.dziennik.support.outbox.KafkaSender;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.testkit.Patience;
import pl.dziennik.testkit.TestKafka;

/** Documents from a real broker into the copy, and registers on their way to Synergia. */
@LinkingTest
class IntakeIT {
  private static final long FAR_GENERATION = 9_000_000_000L;

  @Inject io.agroal.api.AgroalDataSource dataSource;
  @Inject KafkaSender sender;

  private final UUID school = UUID.randomUUID();
  private final UUID account = UUID.randomUUID();
  private final UUID pupil = UUID.randomUUID();
  private final UUID consumer = UUID.randomUUID();
  private UUID link = UUID.randomUUID();

  @BeforeEach
  void anActiveLink() throws SQLException {
    StubSynergia.CALLS.clear();
    link = consent();
  }

  @AfterEach
  void synergiaAnswersAgain() {
    StubSynergia.ANSWER.set(0);
  }

  private UUID consent() throws SQLException {
    UUID id = UUID.randomUUID();
    Transactions.in(
        dataSource,
        c -> {
          Statements.update(
              c,
              "insert into links (id, account_id, status, school_id, synergia_account_id, ticket,"
                  + " created_at) values (?, ?, 'AWAITING_CONSENT', ?, ?, 'a.b.c', now())",
              id,
              consumer,
              school,
              account);
          Statements.update(c, "insert into link_pupils values (?, ?, 'Zosia')", id, pupil);
          SchoolEpochs.notice(c, school, 7);
          return LinkLife.activate(c, id);
        });
    return id;
  }

  @Test
  void aConsentIsTakenToSynergiaAndTheFamilysFactToKafka() {
    await(() -> register("/grants/" + link, "LIVE"));
    await(() -> register("/scopes/ACCOUNT:" + account + "/ACCESS", "\"number\""));
    await(() -> count("select count(*) from register_outbox where school_id = ?", school) == 0);
    assertThat(StubSynergia.CALLS.stream().filter(c -> c.contains("/grants/" + link)).toList())
        .singleElement()
        .satisfies(c -> assertThat(c).contains("\"epoch\":7", "\"ticket\":\"a.b.c\""));
    await(
        () -> count("select count(*) from outbox where message_key = ?", consumer.toString()) == 0);
  }

  @Test
  void anAccessDocumentBeginsTheScopesItGrantsAlsoWhenItComesTwice() throws Exception {
    send("ACCOUNT:" + account, "ACCESS", "-", 1, access());
    send("ACCOUNT:" + account, "ACCESS", "-", 1, access());
    await(() -> register("/scopes/PUPIL:" + pupil + "/GRADES", "heldPeriods"));
    send("PUPIL:" + pupil, "GRADES", "2026/27-1", 3, grades("4"));
    send("PUPIL:" + pupil, "GRADES", "2026/27-1", 3, grades("4"));
    send("PUPIL:" + pupil, "GRADES", "2026/27-1", 2, grades("3"));
    send("PUPIL:" + pupil, "PROFILE", "-", 1, "{\"firstName\":\"Zosia\"}");
    await(() -> documents("PROFILE") == 1);

    assertThat(content("GRADES")).isEqualTo(grades("4"));
    assertThat(count("select count(*) from timeline where school_id = ?", school)).isEqualTo(1);
  }

  @Test
  void aDocumentThatNoLinkNeedsIsDropped() throws Exception {
    String stranger = "PUPIL:" + UUID.randomUUID();
    send(stranger, "GRADES", "2026/27-1", 1, grades("1"));
    fence(stranger);

    assertThat(documents("GRADES")).isZero();
  }

  @Test
  void bytesThatAreNoDocumentGoToTheDeadLettersAndHoldNobodyUp() throws Exception {
    ProducerRecord<String, byte[]> poison =
        new ProducerRecord<>(
            Topics.DOCUMENTS,
            "ACCOUNT:" + account,
            ("poison " + school).getBytes(StandardCharsets.UTF_8));
    sender.producer().send(poison).get();
    ProducerRecord<String, byte[]> wrong = record("ACCOUNT:" + account, "ACCESS", "-", 1, access());
    CloudEvents.put(wrong.headers(), DocumentHeaders.VERSION, "many");
    sender.producer().send(wrong).get();
    ProducerRecord<String, byte[]> later = record("ACCOUNT:" + account, "ACCESS", "-", 1, access());
    CloudEvents.put(later.headers(), DocumentHeaders.CATEGORY, "HOLOGRAMS");
    sender.producer().send(later).get();
    send("ACCOUNT:" + account, "ACCESS", "-", 2, access());

    await(() -> documents("ACCESS") == 1);
    assertThat(deadLetters("ACCOUNT:" + account, 2))
        .contains("poison " + school)
        .contains(access())
        .hasSize(2);
  }

  @Test
  void aDocumentThatCannotBeReadIsParkedWithoutItsContentAndAskedForAgain() throws Exception {
    send("ACCOUNT:" + account, "ACCESS", "-", 1, access());
    await(() -> register("/scopes/PUPIL:" + pupil + "/GRADES", "heldPeriods"));
    StubSynergia.CALLS.clear();
    String poison = "{\"items\":[{\"itemId\":\"Kanarek\"}]}";
    send("PUPIL:" + pupil, "GRADES", "2026/27-1", 1, poison);

    await(() -> count("select count(*) from parked_documents where school_id = ?", school) == 1);
    assertThat(documents("GRADES")).isZero();
    await(() -> register("/scopes/PUPIL:" + pupil + "/GRADES", "heldPeriods"));
    send("PUPIL:" + pupil, "GRADES", "2026/27-1", 2, grades("4"));
    await(() -> documents("GRADES") == 1);
    assertThat(count("select count(*) from parked_documents where school_id = ?", school)).isZero();
  }

  /** What no column holds and no reader reads is parked; the next document of the key passes. */
  @Test
  void noContentStopsThePartition() throws Exception {
    for (String poison : List.of("null", "[]", "{}", "{\"pupils\":[null]}", "not json", "")) {
      send("ACCOUNT:" + account, "ACCESS", "-", 1, poison);
    }
    send("ACCOUNT:" + account, "ACCESS", "-", 2, access());
    await(() -> documents("ACCESS") == 1);
    send(
        "PUPIL:" + pupil,
        "GRADES",
        "2026/27-1",
        1,
        grades("4").replace(Instant.EPOCH.toString(), "+999999999-01-01T00:00:00Z"));
    send("PUPIL:" + pupil, "GRADES", "2026/27-1\0", 1, grades("4"));
    send("PUPIL:" + pupil, "GRADES", "2026/27-1", 2, grades("5"));

    await(() -> documents("GRADES") == 1);
    assertThat(content("GRADES")).isEqualTo(grades("5"));
    assertThat(content("ACCESS")).isEqualTo(access());
  }

  /** Sync rule 21: nothing is stored before the comparison, which is tried until it is answered. */
  @Test
  void aRestoredCopyIsReleasedWhenSynergiaHasBeenAsked() throws Exception {
    send("ACCOUNT:" + account, "ACCESS", "-", 1, access());
    await(() -> documents("ACCESS") == 1);
    StubSynergia.ANSWER.set(503);
    long epoch =
        Transactions.in(dataSource, c -> Generations.raiseEpoch(c, java.time.Clock.systemUTC()));
    send("PUPIL:" + pupil, "GRADES", "2026/27-1", 1, grades("4"));
    fence("PUPIL:" + pupil);
    assertThat(isQuarantined()).isTrue();
    StubSynergia.CALLS.clear();
    StubSynergia.ANSWER.set(0);

    await(() -> !isQuarantined());
    await(() -> register("/scopes/ACCOUNT:" + account + "/ACCESS", "\"epoch\":" + epoch));
    await(() -> register("/grants/" + link, "LIVE"));
    assertThat(documents("GRADES")).as("came before the comparison").isZero();
    send("PUPIL:" + pupil, "GRADES", "2026/27-1", 2, grades("5"));
    await(() -> documents("GRADES") == 1);
  }

  private boolean isQuarantined() throws SQLException {
    return Transactions.in(dataSource, c -> SchoolEpochs.isQuarantined(c, school));
  }

  @Test
  void aWithdrawalErasesAtOnceAndReachesSynergiaWhenItIsBack() throws Exception {
    send("ACCOUNT:" + account, "ACCESS", "-", 1, access());
    await(() -> register("/scopes/PUPIL:" + pupil + "/GRADES", "heldPeriods"));
    send("PUPIL:" + pupil, "GRADES", "2026/27-1", 1, grades("4"));
    await(() -> documents("GRADES") == 1);
    StubSynergia.ANSWER.set(503);
    Transactions.in(dataSource, c -> LinkLife.end(c, link, EndReason.CONSENT_WITHDRAWN));

    for (String table : List.of("documents", "timeline", "scopes", "parked_documents")) {
      assertThat(count("select count(*) from " + table + " where school_id = ?", school)).isZero();
    }
    assertThat(count("select count(*) from link_pupils where pupil_id = ?", pupil)).isZero();
    send("PUPIL:" + pupil, "GRADES", "2026/27-1", 2, grades("5"));
    assertThat(count("select count(*) from register_outbox where school_id = ?", school))
        .isPositive();
    StubSynergia.ANSWER.set(0);
    await(() -> register("/grants/" + link, "ENDED"));
    await(() -> count("select count(*) from register_outbox where school_id = ?", school) == 0);
    fence("PUPIL:" + pupil);
    assertThat(documents("GRADES")).isZero();
  }

  /** Whatever was sent under the key has been handled: so has what came behind it. */
  private void fence(String key) throws Exception {
    byte[] marker = "behind it".getBytes(StandardCharsets.UTF_8);
    sender.producer().send(new ProducerRecord<>(Topics.DOCUMENTS, key, marker)).get();
    assertThat(deadLetters(key, 1)).containsExactly("behind it");
  }

  private boolean register(String path, String word) {
    return StubSynergia.CALLS.stream()
        .anyMatch(c -> c.contains("/schools/" + school + path) && c.contains(word));
  }

  private String access() {
    return "{\"accountId\":\"%s\",\"enabled\":true,\"pupils\":[{\"pupilId\":\"%s\",\"classIds\":[]}],\"blockedCategories\":[]}"
        .formatted(account, pupil);
  }

  private String grades(String value) {
    return "{\"items\":[{\"itemId\":\"%s\",\"revision\":1,\"since\":\"%s\",\"value\":\"%s\"}]}"
        .formatted(pupil, Instant.EPOCH, value);
  }

  private void send(String audience, String category, String period, long version, String body)
      throws Exception {
    sender.producer().send(record(audience, category, period, version, body)).get();
  }

  private ProducerRecord<String, byte[]> record(
      String audience, String category, String period, long version, String body) {
    ProducerRecord<String, byte[]> out =
        new ProducerRecord<>(Topics.DOCUMENTS, audience, body.getBytes(StandardCharsets.UTF_8));
    CloudEvents.write(out.headers(), DocumentHeaders.TYPE, "id", "/test", audience);
    Map.of(
            DocumentHeaders.SCHOOL,
            school.toString(),
            DocumentHeaders.AUDIENCE,
            audience,
            DocumentHeaders.CATEGORY,
            category,
            DocumentHeaders.PERIOD,
            period,
            DocumentHeaders.EPOCH,
            "7",
            DocumentHeaders.VERSION,
            Long.toString(version),
            DocumentHeaders.GENERATION_EPOCH,
            Long.toString(FAR_GENERATION),
            DocumentHeaders.GENERATION_NUMBER,
            "1")
        .forEach((name, value) -> CloudEvents.put(out.headers(), name, value));
    return out;
  }

  private List<String> deadLetters(String key, int expected) {
    List<String> out = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> reader =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.shared().bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          reader.partitionsFor(Topics.DOCUMENTS + DeadLetters.SUFFIX).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      reader.assign(partitions);
      reader.seekToBeginning(partitions);
      await(
          () -> {
            for (ConsumerRecord<String, byte[]> r : reader.poll(Duration.ofMillis(200))) {
              if (key.equals(r.key())) {
                out.add(new String(r.value(), StandardCharsets.UTF_8));
              }
            }
            return out.size() >= expected;
          });
    }
    return out;
  }

  private long documents(String category) throws SQLException {
    return count(
        "select count(*) from documents where school_id = ? and category = ?", school, category);
  }

  private String content(String category) throws SQLException {
    return Transactions.in(
        dataSource,
        c ->
            Statements.list(
                    c,
                    "select content from documents where school_id = ? and category = ?",
                    r -> new String(r.bytes(1), StandardCharsets.UTF_8),
                    school,
                    category)
                .getFirst());
  }

  private long count(String sql, Object... values) throws SQLException {
    try (Connection c = dataSource.getConnection()) {
      return Statements.list(c, sql, (Row r) -> r.big(1), values).getFirst();
    }
  }

  private static void await(Callable<Boolean> condition) {
    Patience.until(condition);
  }
}
