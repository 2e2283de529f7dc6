package pl.dziennik.linking.account;

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

/** Consumes account states as long as the service runs. */
@ApplicationScoped
class AccountIntakeJob {
  private static final String GROUP = "linking-sync-service.accounts";

  private final ConsumerLoop loop;

  AccountIntakeJob(
      AgroalDataSource dataSource,
      KafkaSender sender,
      @ConfigProperty(name = "dziennik.kafka.bootstrap-servers") String bootstrapServers) {
    this.loop =
        new ConsumerLoop(
            bootstrapServers,
            GROUP,
            List.of(Topics.ACCOUNT_FACTS),
            new InboxConsumer(GROUP, dataSource, sender::producer, new AccountFacts()));
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    loop.close();
  }
}
