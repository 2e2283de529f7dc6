package pl.dziennik.account.addon;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.dziennik.events.Topics;
import pl.dziennik.support.inbox.InboxConsumer;
import pl.dziennik.support.kafka.ConsumerLoop;
import pl.dziennik.support.outbox.KafkaSender;

/** Reads linking-sync's facts as long as the service runs. */
@ApplicationScoped
class LinkFactsJob {
  private static final String GROUP = "librus-account-service.linking-facts";

  private final ConsumerLoop loop;

  LinkFactsJob(
      AgroalDataSource dataSource,
      KafkaSender sender,
      PupilHash hash,
      Clock clock,
      @ConfigProperty(name = "dziennik.kafka.bootstrap-servers") String bootstrapServers) {
    InboxConsumer consumer =
        new InboxConsumer(
            GROUP, dataSource, sender::producer, new LinkFacts(new LinkedPupils(hash), clock));
    this.loop = new ConsumerLoop(bootstrapServers, GROUP, List.of(Topics.LINKING_FACTS), consumer);
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    loop.close();
  }
}
