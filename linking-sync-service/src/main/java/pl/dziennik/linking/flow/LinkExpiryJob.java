package pl.dziennik.linking.flow;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import org.jboss.logging.Logger;
import pl.dziennik.linking.link.PendingLinks;
import pl.dziennik.support.sql.Transactions;

/** Ends links that nobody decided in time, and forgets what their pages named. */
@ApplicationScoped
class LinkExpiryJob {
  private static final Logger LOG = Logger.getLogger(LinkExpiryJob.class);

  private final AgroalDataSource dataSource;
  private final Clock clock;

  LinkExpiryJob(AgroalDataSource dataSource, Clock clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() throws SQLException {
    int expired = Transactions.in(dataSource, tx -> PendingLinks.expire(tx, clock.instant()));
    if (expired > 0) {
      LOG.infof("links expired: %d", expired);
    }
  }
}
