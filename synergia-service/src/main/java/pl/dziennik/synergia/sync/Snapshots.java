package pl.dziennik.synergia.sync;

import java.sql.Connection;
import java.sql.SQLException;

/** Reading work that must see one state of the database, however long it takes. */
final class Snapshots {
  private Snapshots() {}

  @FunctionalInterface
  interface Work<T> {
    T in(Connection snapshot) throws SQLException;
  }

  static <T> T read(Connection connection, Work<T> work) throws SQLException {
    int isolation = connection.getTransactionIsolation();
    boolean auto = connection.getAutoCommit();
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    try {
      T result = work.in(connection);
      connection.commit();
      return result;
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(auto);
      connection.setTransactionIsolation(isolation);
    }
  }
}
