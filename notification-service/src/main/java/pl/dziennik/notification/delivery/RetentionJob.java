package pl.dziennik.notification.delivery;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.dziennik.support.retention.Retention;
import pl.dziennik.support.retention.Retention.Rule;

/** Forgets what has served its time. */
@ApplicationScoped
class RetentionJob {
  private final Retention retention;
  private final Rule notifications;

  RetentionJob(
      AgroalDataSource dataSource,
      Clock clock,
      @ConfigProperty(name = "dziennik.notification.kept-for") Duration keptFor) {
    this.retention = new Retention(dataSource, clock);
    this.notifications = new Rule("notifications", "since < ?", keptFor);
  }

  @Scheduled(
      identity = "retention",
      every = "10m",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() throws SQLException {
    retention.run(List.of(notifications));
    retention.run(Retention.ofEveryService());
  }
}
