package pl.dziennik.notification.register;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.support.token.CredentialTimes;

/** Since when an account's tokens count, as far as we have been told. */
@Singleton
class KnownCredentials implements CredentialTimes {
  private final AgroalDataSource dataSource;

  KnownCredentials(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Instant changedAt(UUID subject) throws SQLException {
    return Transactions.in(dataSource, tx -> Accounts.credentialsChangedAt(tx, subject));
  }
}
