package pl.dziennik.account.closing;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import pl.dziennik.account.identity.IdentityProvider;
import pl.dziennik.account.own.Account;
import pl.dziennik.account.own.Accounts;
import pl.dziennik.account.own.IfMatch;
import pl.dziennik.support.keycloak.IdentityUnavailable;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;

/**
 * Ends an account at its holder's wish.
 *
 * <pre>
 *   ENABLED -- the holder's wish, everything of the person erased --> DELETING
 *   DELETING -- Keycloak's user is gone, and its sessions with it --> DELETED
 * </pre>
 *
 * The first step is durable by itself; {@link ClosingJob} repeats the second until it is done.
 */
@ApplicationScoped
class AccountClosing {
  private static final Logger LOG = Logger.getLogger(AccountClosing.class);
  private static final int BATCH = 50;

  private final AgroalDataSource dataSource;
  private final IdentityProvider identity;

  AccountClosing(AgroalDataSource dataSource, IdentityProvider identity) {
    this.dataSource = dataSource;
    this.identity = identity;
  }

  void close(UUID id, Instant tokenIssuedAt, Optional<String> ifMatch) throws SQLException {
    Transactions.in(
        dataSource,
        tx -> {
          Account account = Accounts.lock(tx, id, tokenIssuedAt);
          ifMatch.ifPresent(header -> IfMatch.check(header, account.version()));
          AccountErasure.erase(tx, account);
          return true;
        });
    LOG.infof("account=%s erased", id);
    finish(id);
  }

  /** Finishes what a crash or a silent Keycloak has left. */
  void finishAll() throws SQLException {
    for (UUID id : Transactions.in(dataSource, AccountClosing::unfinished)) {
      finish(id);
    }
  }

  private void finish(UUID id) throws SQLException {
    try {
      identity.remove(id.toString());
    } catch (IdentityUnavailable e) {
      LOG.warnf("account=%s waits for its user to be removed: %s", id, e.getMessage());
      return;
    }
    Transactions.in(
        dataSource,
        tx ->
            Statements.update(
                tx,
                "update accounts set state = 'DELETED' where id = ? and state = 'DELETING'",
                id));
    LOG.infof("account=%s deleted", id);
  }

  private static List<UUID> unfinished(java.sql.Connection tx) throws SQLException {
    return Statements.list(
        tx, "select id from accounts where state = 'DELETING' limit " + BATCH, (Row r) -> r.id(1));
  }
}
