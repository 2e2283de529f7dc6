package pl.dziennik.support.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import pl.dziennik.support.retention.Retention.Rule;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.testkit.TestPostgres;

/** What goes and what stays, on a real database, at a fixed moment. */
class RetentionTest {
  private static final Instant NOW = Instant.parse("2027-01-31T12:00:00Z");

  private final PGSimpleDataSource dataSource = new PGSimpleDataSource();
  private final Retention retention = new Retention(dataSource, Clock.fixed(NOW, ZoneOffset.UTC));

  @BeforeEach
  void freshTables() throws SQLException {
    TestPostgres.Database database = TestPostgres.shared().fresh("notification", "retention_test");
    dataSource.setUrl(database.url());
    dataSource.setUser(database.owner());
    dataSource.setPassword(database.owner());
    try (Connection owner = database.asOwner()) {
      Statements.update(owner, "create table inbox (id text, received_at timestamptz)");
      Statements.update(
          owner,
          "create table mails (id text, sent_at timestamptz, next_at timestamptz, created_at timestamptz)");
      Statements.update(owner, "create table idempotency_keys (id text, created_at timestamptz)");
    }
  }

  @Test
  void eachTableKeepsItsTime() throws SQLException {
    rows("inbox", Duration.ofDays(30));
    rows("mails", Duration.ofDays(1));
    rows("idempotency_keys", Duration.ofHours(24));
    try (Connection c = dataSource.getConnection()) {
      Statements.update(
          c,
          "insert into mails values ('waits', null, ?, 'epoch'), ('refused', null, 'infinity', ?),"
              + " ('refused lately', null, 'infinity', ?)",
          NOW,
          NOW.minus(Duration.ofDays(7)).minusMillis(1),
          NOW.minus(Duration.ofDays(7)));
    }

    retention.run(Retention.ofEveryService());

    assertThat(left("inbox")).containsExactly("young");
    assertThat(left("mails")).containsExactly("refused lately", "waits", "young");
    assertThat(left("idempotency_keys")).containsExactly("young");
  }

  @Test
  void moreThanOneBatchGoesInOneRun() throws SQLException {
    try (Connection c = dataSource.getConnection()) {
      Statements.update(
          c, "insert into inbox select n::text, 'epoch' from generate_series(1, 2500) n");
    }

    retention.run(List.of(new Rule("inbox", "received_at < ?", Duration.ofDays(1))));

    assertThat(left("inbox")).isEmpty();
  }

  private void rows(String table, Duration kept) throws SQLException {
    try (Connection c = dataSource.getConnection()) {
      Statements.update(c, "insert into " + table + " values ('young', ?)", NOW.minus(kept));
      Statements.update(
          c, "insert into " + table + " values ('old', ?)", NOW.minus(kept).minusMillis(1));
    }
  }

  private List<String> left(String table) throws SQLException {
    try (Connection c = dataSource.getConnection()) {
      return Statements.list(c, "select id from " + table + " order by id", (Row r) -> r.text(1));
    }
  }
}
