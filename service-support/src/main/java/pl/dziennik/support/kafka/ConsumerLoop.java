package pl.dziennik.support.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import pl.dziennik.support.trace.Traces;

/**
 * Reads topics from the earliest record and hands each to a handler, in order per partition. The
 * offset is committed after the handler has returned, so a record may come twice and none is passed
 * over. The message's trace goes on in the handler. A handler that throws gets the same record
 * again after a pause: it throws only for what will pass, and deals itself with what never will.
 */
public final class ConsumerLoop implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final long PAUSE_MS = 500;

  private final String group;
  private final Map<String, Object> config;
  private final List<String> topics;
  private final Handler handler;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);

  /** Handles one record in a transaction of its own. */
  @FunctionalInterface
  public interface Handler {
    @SuppressWarnings("PMD.SignatureDeclareThrowsException")
    void handle(ConsumerRecord<String, byte[]> record) throws Exception;
  }

  /**
   * @param group consumer group; also the thread's name
   */
  public ConsumerLoop(String bootstrapServers, String group, List<String> topics, Handler handler) {
    this.group = group;
    this.config =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.GROUP_ID_CONFIG,
            group,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed");
    this.topics = List.copyOf(topics);
    this.handler = handler;
    this.thread = Thread.ofPlatform().name(group).daemon(true).unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /** Lets the record at hand end. */
  @Override
  public void close() throws InterruptedException {
    closing.countDown();
    thread.join(PATIENCE);
  }

  private void run() {
    while (!isClosing()) {
      try (Consumer<String, byte[]> consumer =
          new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
        consumer.subscribe(topics);
        while (!isClosing()) {
          if (!handle(consumer, consumer.poll(POLL))) {
            pause();
          }
        }
      } catch (RuntimeException e) {
        LOG.warnf("%s begins anew: %s", group, e);
        pause();
      }
    }
  }

  /** False when a record has to wait. */
  private boolean handle(
      Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records) {
    Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
    boolean isAllDone = true;
    for (TopicPartition partition : records.partitions()) {
      for (ConsumerRecord<String, byte[]> record : records.records(partition)) {
        if (!handle(record)) {
          consumer.seek(partition, record.offset());
          isAllDone = false;
          break;
        }
        done.put(partition, new OffsetAndMetadata(record.offset() + 1));
      }
    }
    consumer.commitSync(done);
    return isAllDone;
  }

  private boolean handle(ConsumerRecord<String, byte[]> record) {
    try {
      return Traces.under(
          CloudEvents.traceparent(record.headers()),
          () -> {
            handler.handle(record);
            return true;
          });
    } catch (Exception e) {
      LOG.warnf(
          "%s: offset %d of %s-%d will be tried again: %s",
          group, record.offset(), record.topic(), record.partition(), e);
      return false;
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private void pause() {
    try {
      if (closing.await(PAUSE_MS, TimeUnit.MILLISECONDS)) {
        LOG.debugf("%s closes", group);
      }
    } catch (InterruptedException e) {
      closing.countDown();
    }
  }
}
