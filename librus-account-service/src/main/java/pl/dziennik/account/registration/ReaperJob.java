package pl.dziennik.account.registration;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import pl.dziennik.account.identity.IdentityProvider;
import pl.dziennik.account.identity.IdentityProvider.Disabled;
import pl.dziennik.account.own.Accounts;
import pl.dziennik.support.keycloak.IdentityUnavailable;

/** Removes what led nowhere: expired registrations, and Keycloak users without a waiting one. */
@ApplicationScoped
class ReaperJob {
  private static final Logger LOG = Logger.getLogger(ReaperJob.class);

  /** A registration at work has its user before its row. */
  private static final Duration GRACE = Duration.ofMinutes(10);

  private static final Duration KEEP_SENT_MAILS = Duration.ofDays(1);

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

  @Scheduled(every = "5m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() throws SQLException {
    Instant now = clock.instant();
    try (Connection connection = dataSource.getConnection()) {
      delete(connection, "delete from registrations where expires_at < ?", now);
      delete(connection, "delete from link_tokens where expires_at < ?", now);
      delete(connection, "delete from mails where sent_at < ?", now.minus(KEEP_SENT_MAILS));
      for (Disabled user : identity.disabled()) {
        boolean isOld = user.createdMillis() < now.minus(GRACE).toEpochMilli();
        if (isOld && leadsNowhere(connection, user)) {
          identity.remove(user.subject());
          LOG.infof("user=%s removed: its registration led nowhere", user.subject());
        }
      }
    } catch (IdentityUnavailable e) {
      LOG.warnf("job=reaper waits: %s", e.getMessage());
    }
  }

  /** An activation meanwhile makes an account in the moment in which its registration ends. */
  private boolean leadsNowhere(Connection connection, Disabled user) throws SQLException {
    return !registrations.isWaiting(connection, user.registrationId())
        && Accounts.find(connection, UUID.fromString(user.subject())).isEmpty();
  }

  private static void delete(Connection connection, String sql, Instant before)
      throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setTimestamp(1, Timestamp.from(before));
      delete.executeUpdate();
    }
  }
}
