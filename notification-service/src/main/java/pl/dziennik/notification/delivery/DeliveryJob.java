package pl.dziennik.notification.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.dziennik.support.outbox.PollingWorker;

/** Sends as long as the service runs; the two ways do not wait for each other. */
@ApplicationScoped
class DeliveryJob {
  private final List<PollingWorker> workers;

  DeliveryJob(
      PushDelivery pushes,
      NewsMails mails,
      @ConfigProperty(name = "dziennik.notification.poll-every") Duration every) {
    this.workers =
        List.of(
            new PollingWorker("push-delivery", every, pushes::run),
            new PollingWorker("news-mails", every, mails::run));
  }

  void start(@Observes StartupEvent event) {
    workers.forEach(PollingWorker::start);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    for (PollingWorker worker : workers) {
      worker.close();
    }
  }
}
