package pl.dziennik.support.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Sends facts once their transaction has committed, as long as the service runs; a service's
 * singleton extends it.
 */
public abstract class FactRelay {
  private static final Duration INTERVAL = Duration.ofMillis(50);

  private final PollingWorker worker;

  /**
   * @param source CloudEvents source, e.g. {@code /librus-account-service}
   */
  protected FactRelay(DataSource dataSource, KafkaSender sender, String source) {
    this.worker =
        new PollingWorker(
            "fact-relay",
            INTERVAL,
            () -> new OutboxRelay(dataSource, sender.producer(), source).run());
  }

  protected void start(@Observes StartupEvent event) {
    worker.start();
  }

  protected void stop(@Observes ShutdownEvent event) throws InterruptedException {
    worker.close();
  }
}
