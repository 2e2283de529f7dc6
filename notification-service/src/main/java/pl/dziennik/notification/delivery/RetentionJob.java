package pl.dziennik.notification.delivery;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;

/** Forgets what has served its time. */
@ApplicationScoped
class RetentionJob {
  /** Facts stay in Kafka for 7 days: what is older does not come again from there. */
  private static final Duration KEEP_MESSAGE_IDS = Duration.ofDays(30);

  private static final Duration KEEP_SENT_MAILS = Duration.ofDays(1);

  private final AgroalDataSource dataSource;
  private final Clock clock;
  private final Duration keptFor;

  RetentionJob(
      AgroalDataSource dataSource,
      Clock clock,
      @ConfigProperty(name = "dziennik.notification.kept-for") Duration keptFor) {
    this.dataSource = dataSource;
    this.clock = clock;
    this.keptFor = keptFor;
  }

  @Scheduled(
      every = "10m",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() throws SQLException {
    Instant now = clock.instant();
    Transactions.in(
        dataSource,
        tx ->
            Statements.update(tx, "delete from notifications where since < ?", now.minus(keptFor))
                + Statements.update(
                    tx, "delete from inbox where received_at < ?", now.minus(KEEP_MESSAGE_IDS))
                + Statements.update(
                    tx, "delete from mails where sent_at < ?", now.minus(KEEP_SENT_MAILS)));
  }
}
