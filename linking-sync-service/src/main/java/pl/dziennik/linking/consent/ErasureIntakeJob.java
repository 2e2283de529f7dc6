package pl.dziennik.linking.consent;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.dziennik.events.Topics;
import pl.dziennik.support.inbox.InboxConsumer;
import pl.dziennik.support.kafka.ConsumerLoop;
import pl.dziennik.support.outbox.KafkaSender;

/** Consumes the answers of notification-service to ended links as long as the service runs. */
@ApplicationScoped
class ErasureIntakeJob {
  private static final String GROUP = "linking-sync-service.erasures";

  private final ConsumerLoop loop;

  ErasureIntakeJob(
      AgroalDataSource dataSource,
      KafkaSender sender,
      @ConfigProperty(name = "dziennik.kafka.bootstrap-servers") String bootstrapServers) {
    this.loop =
        new ConsumerLoop(
            bootstrapServers,
            GROUP,
            List.of(Topics.NOTIFICATION_FACTS),
            new InboxConsumer(GROUP, dataSource, sender::producer, new ErasureFacts()));
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    loop.close();
  }
}
