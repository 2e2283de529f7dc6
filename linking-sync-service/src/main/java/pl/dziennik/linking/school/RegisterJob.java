package pl.dziennik.linking.school;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import pl.dziennik.linking.sync.RegisterSender;
import pl.dziennik.linking.sync.SchoolRegisters;
import pl.dziennik.support.outbox.PollingWorker;

/** Takes the registers to Synergia soon after the commit, and until it has answered. */
@ApplicationScoped
class RegisterJob {
  private static final Duration INTERVAL = Duration.ofMillis(100);

  private final PollingWorker worker;

  RegisterJob(AgroalDataSource dataSource, SchoolRegisters synergia) {
    RegisterSender sender = new RegisterSender(dataSource, synergia);
    this.worker = new PollingWorker("registers", INTERVAL, sender::run);
  }

  void start(@Observes StartupEvent event) {
    worker.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    worker.close();
  }
}
