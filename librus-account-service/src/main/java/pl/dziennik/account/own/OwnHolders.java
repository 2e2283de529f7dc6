package pl.dziennik.account.own;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.token.Holders;

/** The holders of the accounts that are here. */
@Singleton
class OwnHolders implements Holders {
  private static final String SELECT =
      """
      select credentials_changed_at, address_verified_at > 'epoch' from accounts where id = ?
      """;

  private final AgroalDataSource dataSource;

  OwnHolders(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Optional<Holder> of(UUID subject) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return Statements.list(
              connection, SELECT, (Row r) -> new Holder(r.instant(1), r.flag(2)), subject)
          .stream()
          .findFirst();
    }
  }
}
