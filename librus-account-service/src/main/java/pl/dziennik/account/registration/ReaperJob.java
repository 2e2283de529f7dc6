package pl.dziennik.account.registration;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import pl.dziennik.account.identity.IdentityProvider;
import pl.dziennik.account.identity.IdentityProvider.Disabled;
import pl.dziennik.account.own.Accounts;
import pl.dziennik.support.keycloak.IdentityUnavailable;
import pl.dziennik.support.sql.Transactions;

/** Removes Keycloak users whose registration led nowhere. */
@ApplicationScoped
class ReaperJob {
  private static final Logger LOG = Logger.getLogger(ReaperJob.class);

  /** A registration at work has its user before its row. */
  private static final Duration GRACE = Duration.ofMinutes(10);

  private final AgroalDataSource dataSource;
  private final IdentityProvider identity;
  private final Registrations registrations;
  private final Clock clock;

  ReaperJob(
      AgroalDataSource dataSource,
      IdentityProvider identity,
      Registrations registrations,
      Clock clock) {
    this.dataSource = dataSource;
    this.identity = identity;
    this.registrations = registrations;
    this.clock = clock;
  }

  @Scheduled(
      identity = "reaper",
      every = "5m",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() throws SQLException {
    Instant old = clock.instant().minus(GRACE);
    try {
      for (Disabled user : identity.disabled()) {
        if (user.createdMillis() < old.toEpochMilli()
            && Transactions.in(dataSource, tx -> leadsNowhere(tx, user))) {
          identity.remove(user.subject());
          LOG.infof("user=%s removed: its registration led nowhere", user.subject());
        }
      }
    } catch (IdentityUnavailable e) {
      LOG.warnf("job=reaper waits: %s", e.getMessage());
    }
  }

  /**
   * An activation meanwhile makes an account in the moment in which its registration ends, and
   * holds the registration until then. Once nothing waits and no account is there, none can come:
   * so the user is removed after the transaction.
   */
  private boolean leadsNowhere(Connection tx, Disabled user) throws SQLException {
    return !registrations.isWaiting(tx, user.registrationId())
        && Accounts.find(tx, UUID.fromString(user.subject())).isEmpty();
  }
}
