package pl.dziennik.support.token;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** Holders by a service's table {@code accounts}, read in one round trip. */
public final class AccountTable implements Holders {
  private static final String SELECT =
      """
      select credentials_changed_at, address_verified_at > 'epoch' from accounts where id = ?
      """;

  private final DataSource dataSource;

  public AccountTable(DataSource dataSource) {
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
