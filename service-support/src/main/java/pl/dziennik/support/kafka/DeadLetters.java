package pl.dziennik.support.kafka;

import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Where undecodable bytes go: a topic beside their own, with the record's key and headers. */
public final class DeadLetters {
  /** Of the topic where the undecodable bytes of a topic go. */
  public static final String SUFFIX = ".dead-letter";

  private static final Logger LOG = Logger.getLogger(DeadLetters.class);

  private final Supplier<Producer<String, byte[]>> producer;

  public DeadLetters(Supplier<Producer<String, byte[]>> producer) {
    this.producer = producer;
  }

  /** Returns when the broker has the letter. */
  public void bury(ConsumerRecord<String, byte[]> record, @Nullable String reason)
      throws ExecutionException, InterruptedException {
    LOG.errorf(
        "dead letter offset=%d of %s-%d: %s",
        record.offset(), record.topic(), record.partition(), reason);
    ProducerRecord<String, byte[]> letter =
        new ProducerRecord<>(
            record.topic() + SUFFIX, null, record.key(), record.value(), record.headers());
    producer.get().send(letter).get();
  }
}
