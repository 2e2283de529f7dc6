package pl.dziennik.linking.retention;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import pl.dziennik.support.retention.Retention;
import pl.dziennik.support.retention.Retention.Rule;

/** Forgets links that never came to be, and what every service forgets. */
@Singleton
class RetentionJob {
  /** One that was consented to is evidence and stays. */
  private static final String CAME_TO_NOTHING =
      """
      status in ('EXPIRED', 'CANCELLED') and ended_at < ?
        and not exists (select 1 from consents c where c.link_id = links.id)
        and not exists (select 1 from link_pupils p where p.link_id = links.id)
      """;

  private static final List<Rule> OWN =
      List.of(new Rule("links", CAME_TO_NOTHING, Duration.ofDays(30)));

  private final Retention retention;

  RetentionJob(AgroalDataSource dataSource, Clock clock) {
    this.retention = new Retention(dataSource, clock);
  }

  @Scheduled(
      identity = "retention",
      every = "10m",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() throws SQLException {
    retention.run(OWN);
    retention.run(Retention.ofEveryService());
  }
}
