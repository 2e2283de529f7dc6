package pl.dziennik.systemtests;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks for words in every column of every table of a database, documents included. */
final class Canary {
  private final Platform platform;

  Canary(Platform platform) {
    this.platform = platform;
  }

  /**
   * Tables of the consumer-side databases in which a word stands, with the number of rows.
   *
   * @param word in ASCII: documents are searched as bytes, escaped
   */
  List<String> find(String word) {
    if (!word.chars().allMatch(c -> c < 128)) {
      throw new IllegalArgumentException(word + " would never be found");
    }
    List<String> out = new ArrayList<>();
    for (String database : new String[] {"linking_sync", "notification", "librus_account"}) {
      find(database, word).forEach((table, n) -> out.add(database + "." + table + ": " + n));
    }
    return out;
  }

  /** True when Keycloak has a user of that address, enabled or not. */
  boolean knowsUser(String email) {
    return find("keycloak", email).containsKey("\"user_entity\"");
  }

  private Map<String, Long> find(String database, String word) {
    Map<String, Long> out = new LinkedHashMap<>();
    try (Connection connection = connect(database)) {
      for (Map.Entry<String, String> table : rowTexts(connection).entrySet()) {
        try (var select =
            connection.prepareStatement(
                "select count(*) from %s where %s like ?"
                    .formatted(table.getKey(), table.getValue()))) {
          select.setString(1, "%" + word + "%");
          try (ResultSet r = select.executeQuery()) {
            r.next();
            if (r.getLong(1) > 0) {
              out.put(table.getKey(), r.getLong(1));
            }
          }
        }
      }
      return out;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Each table with an expression that is its whole row as text. */
  private static Map<String, String> rowTexts(Connection connection) throws SQLException {
    Map<String, String> out = new LinkedHashMap<>();
    try (var select =
            connection.prepareStatement(
                "select table_name, string_agg(case when data_type = 'bytea'"
                    + " then 'coalesce(encode(' || quote_ident(column_name) || ', ''escape''), '''')'"
                    + " else 'coalesce(' || quote_ident(column_name) || '::text, '''')' end,"
                    + " ' || ''|'' || ') from information_schema.columns"
                    + " where table_schema = 'public' group by table_name order by table_name");
        ResultSet r = select.executeQuery()) {
      while (r.next()) {
        out.put('"' + r.getString(1) + '"', r.getString(2));
      }
    }
    return out;
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:" + Platform.POSTGRES_PORT + "/" + database,
        "postgres",
        platform.secret("postgres"));
  }
}
