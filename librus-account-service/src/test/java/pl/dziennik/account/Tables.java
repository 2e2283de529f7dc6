package pl.dziennik.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.testkit.Rows;

/** Looks for a text in every row of every table. */
final class Tables {
  /** Facts on their way are gone in a moment. */
  private static final String ALL =
      """
      select table_name from information_schema.tables where table_schema = 'public'
        and table_name not in ('outbox', 'flyway_schema_history')
      """;

  private Tables() {}

  /** The tables that hold the text anywhere. */
  static List<String> holding(DataSource dataSource, String text) throws SQLException {
    return Transactions.in(
        dataSource,
        tx -> {
          List<String> found = new ArrayList<>();
          for (String table : Statements.list(tx, ALL, (Row r) -> r.text(1))) {
            if (rows(tx, table, text) > 0) {
              found.add(table);
            }
          }
          return found;
        });
  }

  private static long rows(Connection tx, String table, String text) throws SQLException {
    return Rows.count(tx, table + " t where position(?::text in t::text) > 0", text);
  }
}
