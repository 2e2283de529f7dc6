package pl.dziennik.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import pl.dziennik.events.Topics;
import pl.dziennik.events.document.DocumentHeaders;
import pl.dziennik.support.kafka.CloudEvents;
import pl.dziennik.support.kafka.DeadLetters;
import pl.dziennik.support.outbox.KafkaSender;
import pl.dziennik.testkit.Patience;
import pl.dziennik.testkit.TestKafka;

/** The topic of the documents of one school, and its dead letters. */
final class DocumentTopic {
  private static final long FAR_GENERATION = 9_000_000_000L;

  private final KafkaSender sender;
  private final UUID school;

  DocumentTopic(KafkaSender sender, UUID school) {
    this.sender = sender;
    this.school = school;
  }

  void send(String audience, String category, String period, long version, String body)
      throws Exception {
    send(record(audience, category, period, version, body));
  }

  void send(ProducerRecord<String, byte[]> record) throws Exception {
    sender.producer().send(record).get();
  }

  ProducerRecord<String, byte[]> record(
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

  /** Whatever was sent under the key has been handled: so has what came behind it. */
  void fence(String key) throws Exception {
    byte[] marker = "behind it".getBytes(StandardCharsets.UTF_8);
    send(new ProducerRecord<>(Topics.DOCUMENTS, key, marker));
    assertThat(deadLetters(key, 1)).containsExactly("behind it");
  }

  /** The dead letters of a key, when there are so many. */
  List<String> deadLetters(String key, int expected) {
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
      Patience.until(
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
}
