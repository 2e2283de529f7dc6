package pl.dziennik.account.registration;

import java.sql.Connection;
import java.sql.SQLException;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/**
 * Whoever registers an address or decides on it takes turns: Keycloak's user and our rows change
 * together. Taken before any row's lock, and held until the transaction ends.
 */
final class AddressTurns {
  private AddressTurns() {}

  static void take(Connection tx, String email) throws SQLException {
    Statements.list(
        tx,
        "select pg_advisory_xact_lock(hashtextextended(?, 0))::text",
        (Row r) -> r.text(1),
        email);
  }
}
