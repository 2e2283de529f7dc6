package pl.dziennik.linking.fact;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import pl.dziennik.support.outbox.Producers;

/** The service's one producer, made at first use: the service starts without a broker. */
@ApplicationScoped
public class KafkaSender {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final String bootstrapServers;
  private @Nullable Producer<String, byte[]> producer;

  KafkaSender(@ConfigProperty(name = "dziennik.kafka.bootstrap-servers") String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  public synchronized Producer<String, byte[]> producer() {
    if (producer == null) {
      producer = Producers.reliable(bootstrapServers);
    }
    return producer;
  }

  @PreDestroy
  synchronized void close() {
    if (producer != null) {
      producer.close(PATIENCE);
    }
  }
}
