package pl.dziennik.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import pl.dziennik.events.Fact;
import pl.dziennik.events.FactJson;
import pl.dziennik.events.Topics;
import pl.dziennik.support.kafka.CloudEvents;
import pl.dziennik.testkit.TestKafka;

/** What the topics hold at this moment, as another service would read it. */
final class FactsSeen {
  private FactsSeen() {}

  /** The facts of a kind that were told of an account, in order. A repeat is dropped by its id. */
  static <T extends Fact> List<T> of(UUID account, Class<T> kind) {
    Set<String> ids = new HashSet<>();
    return records(Topics.ACCOUNT_FACTS).stream()
        .filter(r -> account.toString().equals(r.key()))
        .filter(r -> ids.add(CloudEvents.id(r.headers()).orElseThrow()))
        .map(FactsSeen::read)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  static List<ConsumerRecord<String, byte[]>> records(String topic) {
    Map<String, Object> config =
        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.shared().bootstrapServers());
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      List<ConsumerRecord<String, byte[]>> out = new ArrayList<>();
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(100)).forEach(out::add);
      }
      return out;
    }
  }

  private static Fact read(ConsumerRecord<String, byte[]> record) {
    try {
      return FactJson.read(CloudEvents.type(record.headers()).orElseThrow(), record.value())
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
