package pl.dziennik.support.sql;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Short transactions of plain JDBC: committed whole, or nothing of them. */
public final class Transactions {
  private Transactions() {}

  /** Work on one connection. */
  @FunctionalInterface
  public interface Work<T> {
    T in(Connection tx) throws SQLException;
  }

  /** Commits what the work did, or nothing of it. */
  public static <T> T in(DataSource dataSource, Work<T> work) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.in(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }
}
