package pl.dziennik.account.fact;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import pl.dziennik.support.outbox.KafkaSender;
import pl.dziennik.support.outbox.OutboxRelay;
import pl.dziennik.support.outbox.PollingWorker;

/** Sends states of accounts and add-ons once their transaction has committed. */
@ApplicationScoped
class FactRelayJob {
  private static final Duration INTERVAL = Duration.ofMillis(50);

  private final PollingWorker worker;

  FactRelayJob(AgroalDataSource dataSource, KafkaSender sender) {
    this.worker =
        new PollingWorker(
            "fact-relay",
            INTERVAL,
            () -> new OutboxRelay(dataSource, sender.producer(), "/librus-account-service").run());
  }

  void start(@Observes StartupEvent event) {
    worker.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    worker.close();
  }
}
