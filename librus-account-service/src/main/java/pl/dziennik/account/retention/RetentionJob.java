package pl.dziennik.account.retention;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import pl.dziennik.support.retention.Retention;
import pl.dziennik.support.retention.Retention.Rule;

/** Forgets registrations and links of mails that have expired, and what every service forgets. */
@Singleton
class RetentionJob {
  /** A link that was used or replaced is of no more use than one that has expired. */
  private static final List<Rule> OWN =
      List.of(
          new Rule("registrations", "expires_at < ?", Duration.ZERO),
          new Rule("link_tokens", "expires_at < ?", Duration.ZERO),
          new Rule("link_tokens", "used_at < ?", Duration.ofDays(7)));

  private final Retention retention;

  RetentionJob(AgroalDataSource dataSource, Clock clock) {
    this.retention = new Retention(dataSource, clock);
  }

  @Scheduled(
      identity = "retention",
      every = "5m",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() throws SQLException {
    retention.run(OWN);
    retention.run(Retention.ofEveryService());
  }
}
