package pl.dziennik.linking.intake;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.dziennik.events.Topics;
import pl.dziennik.linking.sync.ParkedDocuments;
import pl.dziennik.support.kafka.ConsumerLoop;
import pl.dziennik.support.kafka.DeadLetters;
import pl.dziennik.support.outbox.KafkaSender;
import pl.dziennik.support.sql.Transactions;

/** Consumes documents as long as the service runs. */
@ApplicationScoped
class IntakeJob {
  private static final String GROUP = "linking-sync-service.documents";

  private final AgroalDataSource dataSource;
  private final Duration askAgainAfter;
  private final ConsumerLoop loop;

  IntakeJob(
      AgroalDataSource dataSource,
      KafkaSender sender,
      @ConfigProperty(name = "dziennik.sync.ask-again-after") Duration askAgainAfter) {
    this.dataSource = dataSource;
    this.askAgainAfter = askAgainAfter;
    DocumentIntake intake = new DocumentIntake(dataSource, new DeadLetters(sender::producer));
    this.loop =
        new ConsumerLoop(
            sender.bootstrapServers(), GROUP, List.of(Topics.DOCUMENTS), intake::handle);
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    loop.close();
  }

  @Scheduled(every = "{dziennik.sync.ask-again-every}", delayed = "1s")
  void askAgain() throws SQLException {
    Transactions.in(dataSource, c -> ParkedDocuments.askAgain(c, askAgainAfter));
  }
}
