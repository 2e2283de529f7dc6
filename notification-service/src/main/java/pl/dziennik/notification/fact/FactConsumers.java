package pl.dziennik.notification.fact;

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

/** Consumes the facts of accounts and of links as long as the service runs. */
@ApplicationScoped
class FactConsumers {
  static final String ACCOUNTS = "notification-service.accounts";
  static final String LINKING = "notification-service.linking";

  private final List<ConsumerLoop> loops;

  FactConsumers(
      AgroalDataSource dataSource,
      KafkaSender sender,
      Facts facts,
      Clock clock,
      @ConfigProperty(name = "dziennik.kafka.bootstrap-servers") String bootstrapServers) {
    this.loops =
        List.of(
            new ConsumerLoop(
                bootstrapServers,
                ACCOUNTS,
                List.of(Topics.ACCOUNT_FACTS),
                intake(ACCOUNTS, dataSource, sender, facts, clock)),
            new ConsumerLoop(
                bootstrapServers,
                LINKING,
                List.of(Topics.LINKING_FACTS),
                intake(LINKING, dataSource, sender, facts, clock)));
  }

  void start(@Observes StartupEvent event) {
    loops.forEach(ConsumerLoop::start);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    for (ConsumerLoop loop : loops) {
      loop.close();
    }
  }

  private static FactIntake intake(
      String name, AgroalDataSource dataSource, KafkaSender sender, Facts facts, Clock clock) {
    return new FactIntake(
        dataSource, new InboxConsumer(name, dataSource, sender::producer, facts), clock);
  }
}
