package pl.dziennik.account.addon;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;

/**
 * Forgets pupils whose link ended between linking-sync's answer and the start of the trial. One
 * whose link is only late to be told comes back with it.
 */
@ApplicationScoped
class LostPupilsJob {
  /** A link's fact is normally here in well under a second. */
  private static final Duration GRACE = Duration.ofHours(1);

  private static final String LOST =
      """
      select distinct e.pupil_id from entitlements e
      where e.pupil_id is not null and e.valid_from < ?
        and not exists (select 1 from link_pupils p where p.pupil_id = e.pupil_id)
      """;

  private final AgroalDataSource dataSource;
  private final LinkedPupils pupils;
  private final Clock clock;

  LostPupilsJob(AgroalDataSource dataSource, PupilHash hash, Clock clock) {
    this.dataSource = dataSource;
    this.pupils = new LinkedPupils(hash);
    this.clock = clock;
  }

  @Scheduled(
      identity = "lost-pupils",
      every = "1h",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() throws SQLException {
    Instant now = clock.instant();
    List<UUID> lost =
        Transactions.in(
            dataSource, tx -> Statements.list(tx, LOST, (Row r) -> r.id(1), now.minus(GRACE)));
    for (UUID pupil : lost) {
      Transactions.in(
          dataSource,
          tx -> {
            pupils.takeTurns(tx, new TreeSet<>(Set.of(pupil)));
            pupils.settle(tx, pupil, now);
            return true;
          });
    }
  }
}
