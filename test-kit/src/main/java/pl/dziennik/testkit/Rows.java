package pl.dziennik.testkit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What a test counts in the database. */
public final class Rows {
  private Rows() {}

  /**
   * How many rows there are.
   *
   * @param from what follows {@code select count(*) from}: {@code mails where recipient = ?}
   */
  public static long count(DataSource dataSource, String from, Object... values) {
    try (Connection connection = dataSource.getConnection()) {
      return count(connection, from, values);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same over a connection, inside its transaction. */
  public static long count(Connection connection, String from, Object... values)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("select count(*) from " + from)) {
      for (int i = 0; i < values.length; i++) {
        select.setObject(i + 1, values[i]);
      }
      try (ResultSet result = select.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    }
  }
}
