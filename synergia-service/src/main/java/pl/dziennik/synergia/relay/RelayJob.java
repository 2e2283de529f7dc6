package pl.dziennik.synergia.relay;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Instance;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import pl.dziennik.support.outbox.PollingWorker;
import pl.dziennik.support.outbox.Producers;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.synergia.sync.DocumentRenderer;
import pl.dziennik.synergia.sync.DocumentsRaised;
import pl.dziennik.synergia.sync.DueBumps;
import pl.dziennik.synergia.sync.Renderers;
import pl.dziennik.synergia.sync.Rendering;

/** Runs the relay in this process: woken by a commit here, polling for what others committed. */
@ApplicationScoped
class RelayJob {
  private static final Duration INTERVAL = Duration.ofMillis(50);

  private final AgroalDataSource overSchools;
  private final Rendering rendering;
  private final String bootstrapServers;
  private final PollingWorker worker = new PollingWorker("document-relay", INTERVAL, this::run);
  private @Nullable Producer<String, byte[]> producer;

  RelayJob(
      @DataSource("relay") AgroalDataSource overSchools,
      Instance<DocumentRenderer> renderers,
      @ConfigProperty(name = "dziennik.kafka.bootstrap-servers") String bootstrapServers) {
    this.overSchools = overSchools;
    this.bootstrapServers = bootstrapServers;
    FailedRenderings failures = new FailedRenderings();
    this.rendering =
        new Rendering(
            new Renderers(renderers.stream().toList()), failures::isPausing, failures::failed);
  }

  void start(@Observes StartupEvent event) {
    worker.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    worker.close();
    if (producer != null) {
      producer.close(INTERVAL);
    }
  }

  void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) DocumentsRaised event) {
    worker.wake();
  }

  private void run() throws SQLException, InterruptedException {
    bumpWhatIsDue();
    new DocumentRelay(overSchools, rendering, producer()).run();
  }

  private void bumpWhatIsDue() throws SQLException {
    Transactions.in(
        overSchools,
        tx -> {
          DueBumps.run(tx);
          return true;
        });
  }

  /** Made at first use, on the worker's thread: the service starts without a broker. */
  private Producer<String, byte[]> producer() {
    if (producer == null) {
      producer = Producers.reliable(bootstrapServers);
    }
    return producer;
  }
}
