package pl.dziennik.synergia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import pl.dziennik.events.Topics;
import pl.dziennik.events.document.DocumentHeaders;
import pl.dziennik.support.kafka.CloudEvents;
import pl.dziennik.testkit.Patience;
import pl.dziennik.testkit.TestKafka;

/** Everything that one school has let out over Kafka, read from the beginning. */
final class PublishedDocuments implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final UUID school;
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<Message> seen = new ArrayList<>();

  /** One message as a reader sees it. */
  record Message(
      String key,
      String category,
      String period,
      long epoch,
      long version,
      long genNumber,
      JsonNode body) {}

  PublishedDocuments(UUID school) {
    this.school = school;
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                TestKafka.shared().bootstrapServers(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.DOCUMENTS).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Waits for a document of this audience and category that looks so. */
  Message await(String audience, String category, Predicate<Message> looksSo) {
    Predicate<Message> wanted =
        m -> m.key().equals(audience) && m.category().equals(category) && looksSo.test(m);
    Patience.until(audience + " " + category, () -> poll().stream().anyMatch(wanted));
    return seen.stream().filter(wanted).toList().getLast();
  }

  /** What has come of this audience and category until now. */
  List<Message> all(String audience, String category) {
    return poll().stream()
        .filter(m -> m.key().equals(audience) && m.category().equals(category))
        .toList();
  }

  private List<Message> poll() {
    for (ConsumerRecord<String, byte[]> r : consumer.poll(Duration.ofMillis(200))) {
      if (header(r, DocumentHeaders.SCHOOL).equals(school.toString())) {
        seen.add(message(r));
      }
    }
    return seen;
  }

  private static Message message(ConsumerRecord<String, byte[]> r) {
    try {
      return new Message(
          r.key(),
          header(r, DocumentHeaders.CATEGORY),
          header(r, DocumentHeaders.PERIOD),
          Long.parseLong(header(r, DocumentHeaders.EPOCH)),
          Long.parseLong(header(r, DocumentHeaders.VERSION)),
          Long.parseLong(header(r, DocumentHeaders.GENERATION_NUMBER)),
          JSON.readTree(r.value()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String header(ConsumerRecord<String, byte[]> r, String name) {
    return CloudEvents.get(r.headers(), name).orElse("");
  }

  @Override
  public void close() {
    consumer.close();
  }
}
