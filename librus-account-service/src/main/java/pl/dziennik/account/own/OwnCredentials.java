package pl.dziennik.account.own;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.support.token.CredentialTimes;

/** Since when an account's tokens count: since its mailbox last set a password. */
@Singleton
class OwnCredentials implements CredentialTimes {
  private final AgroalDataSource dataSource;

  OwnCredentials(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Instant changedAt(UUID subject) throws SQLException {
    return Transactions.in(dataSource, tx -> Accounts.find(tx, subject))
        .map(Account::credentialsChangedAt)
        .orElse(Instant.EPOCH);
  }
}
