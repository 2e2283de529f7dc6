package pl.dziennik.account.addon;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import pl.dziennik.account.own.Accounts;
import pl.dziennik.events.EntitlementState.Product;
import pl.dziennik.events.EntitlementState.Source;
import pl.dziennik.support.id.Ids;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;

/**
 * Starts the trial: once per account and once per pupil. linking-sync is asked first and outside
 * the transaction, so that a stranger learns nothing of the pupil and a silence stores nothing.
 */
@ApplicationScoped
class TrialStarting {
  static final Duration LENGTH = Duration.ofDays(30);
  private static final Logger LOG = Logger.getLogger(TrialStarting.class);

  private final AgroalDataSource dataSource;
  private final LinkingClient linking;
  private final PupilHash hash;
  private final Ids ids;
  private final Clock clock;

  TrialStarting(
      AgroalDataSource dataSource, LinkingClient linking, PupilHash hash, Ids ids, Clock clock) {
    this.dataSource = dataSource;
    this.linking = linking;
    this.hash = hash;
    this.ids = ids;
    this.clock = clock;
  }

  Addon start(UUID account, Instant tokenIssuedAt, UUID pupil) throws SQLException {
    Transactions.in(dataSource, tx -> Accounts.required(tx, account));
    if (!linking.hasActiveLink(account, pupil)) {
      throw Problem.notFound();
    }
    Instant now = clock.instant();
    Addon trial =
        new Addon(
            ids.next(),
            Product.MOBILE_ADDONS,
            Optional.of(pupil),
            now,
            now.plus(LENGTH),
            Source.TRIAL);
    Transactions.in(
        dataSource,
        tx -> {
          Accounts.lock(tx, account, tokenIssuedAt);
          return store(tx, account, trial, hash.of(pupil));
        });
    LOG.infof("account=%s trial=%s started", account, trial.id());
    return trial;
  }

  /** Two parents who take the same pupil's trial meet at its one row; the second is refused. */
  private static boolean store(Connection tx, UUID account, Addon trial, byte[] pupilHash)
      throws SQLException {
    int first =
        Statements.update(
            tx,
            "insert into used_trials (pupil_hash, used_at) values (?, ?) on conflict do nothing",
            pupilHash,
            trial.from());
    if (first == 0 || !Entitlements.add(tx, account, trial, pupilHash)) {
      throw Problem.of(409, "trial-used", "The trial was used before, by you or for this pupil.");
    }
    return true;
  }
}
