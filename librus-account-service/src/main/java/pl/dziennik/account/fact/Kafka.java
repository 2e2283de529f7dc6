package pl.dziennik.account.fact;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.dziennik.support.outbox.KafkaSender;

/** The service's producer. */
class Kafka {

  @Produces
  @Singleton
  KafkaSender sender(
      @ConfigProperty(name = "dziennik.kafka.bootstrap-servers") String bootstrapServers) {
    return new KafkaSender(bootstrapServers);
  }

  void close(@Disposes KafkaSender sender) {
    sender.close();
  }
}
