package pl.dziennik.support.sql;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Short transactions of plain JDBC: committed whole, or nothing of them. */
public final class Transactions {
  private static final Logger LOG = Logger.getLogger(Transactions.class);

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
      boolean isOver = false;
      try {
        T result = work.in(connection);
        connection.commit();
        isOver = true;
        return result;
      } finally {
        if (isOver || isRolledBack(connection)) {
          connection.setAutoCommit(true);
        }
      }
    }
  }

  /**
   * Rolls back, whatever was thrown. Where that fails the connection is broken: autocommit stays
   * off, for to turn it on commits, and the first failure is the one to be told.
   */
  private static boolean isRolledBack(Connection connection) {
    try {
      connection.rollback();
      return true;
    } catch (SQLException e) {
      LOG.warnf("a rollback failed, state=%s", e.getSQLState());
      return false;
    }
  }
}
