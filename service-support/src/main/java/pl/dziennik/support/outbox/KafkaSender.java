package pl.dziennik.support.outbox;

import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/** A service's one producer, made at first use: the service starts without a broker. */
public final class KafkaSender implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final String bootstrapServers;
  private @Nullable Producer<String, byte[]> producer;

  /**
   * @param bootstrapServers {@code host:port}, comma-separated
   */
  public KafkaSender(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  public String bootstrapServers() {
    return bootstrapServers;
  }

  public synchronized Producer<String, byte[]> producer() {
    if (producer == null) {
      producer = Producers.reliable(bootstrapServers);
    }
    return producer;
  }

  @Override
  public synchronized void close() {
    if (producer != null) {
      producer.close(PATIENCE);
    }
  }
}
