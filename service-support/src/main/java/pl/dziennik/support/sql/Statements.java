package pl.dziennik.support.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements with values, over a connection that somebody else opened and closes. */
public final class Statements {
  private Statements() {}

  public static <T> List<T> list(
      Connection connection, String statement, RowReader<T> reader, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(statement)) {
      bind(select, values);
      try (ResultSet result = select.executeQuery()) {
        Row row = new Row(result);
        List<T> out = new ArrayList<>();
        while (result.next()) {
          out.add(reader.read(row));
        }
        return out;
      }
    }
  }

  /** The number of rows changed. */
  public static int update(Connection connection, String statement, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(statement)) {
      bind(update, values);
      return update.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object[] values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, value(statement.getConnection(), values[i]));
    }
  }

  private static @Nullable Object value(Connection connection, @Nullable Object value)
      throws SQLException {
    return switch (value) {
      case null -> null;
      case Instant at -> at.atOffset(ZoneOffset.UTC);
      case Enum<?> constant -> constant.name();
      case Collection<?> many ->
          connection.createArrayOf(
              "text", many.stream().map(v -> v == null ? null : v.toString()).toArray());
      default -> value;
    };
  }
}
