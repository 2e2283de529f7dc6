package pl.dziennik.support.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import pl.dziennik.testkit.TestPostgres;

/** Whole or nothing, whatever is thrown, on a real database. */
class TransactionsTest {
  private final PGSimpleDataSource dataSource = new PGSimpleDataSource();

  @BeforeEach
  void freshTable() throws SQLException {
    TestPostgres.Database database = TestPostgres.shared().fresh("notification", "sql_test");
    dataSource.setUrl(database.url());
    dataSource.setUser(database.owner());
    dataSource.setPassword(database.owner());
    try (Connection owner = database.asOwner()) {
      Statements.update(owner, "create table done (what text primary key)");
    }
  }

  @Test
  void whatEndsWellIsThere() throws SQLException {
    Transactions.in(dataSource, TransactionsTest::insert);

    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void anErrorLeavesNothing() throws SQLException {
    assertThatThrownBy(() -> Transactions.in(dataSource, tx -> thenThrow(tx, new StackOverflow())))
        .isInstanceOf(StackOverflow.class);

    assertThat(rows()).isZero();
  }

  @Test
  void anExceptionLeavesNothing() throws SQLException {
    assertThatThrownBy(() -> Transactions.in(dataSource, tx -> insert(tx) + insert(tx)))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(SqlStates.isOfTheData(e)).isTrue());

    assertThat(rows()).isZero();
  }

  @Test
  void aBrokenConnectionTellsItsOwnFailure() throws SQLException {
    assertThatThrownBy(
            () ->
                Transactions.in(
                    dataSource,
                    tx -> {
                      insert(tx);
                      tx.abort(Runnable::run);
                      return thenThrow(tx, new StackOverflow());
                    }))
        .isInstanceOf(SQLException.class);

    assertThat(rows()).isZero();
  }

  private static int insert(Connection tx) throws SQLException {
    return Statements.update(tx, "insert into done values ('this')");
  }

  private static int thenThrow(Connection tx, Error error) throws SQLException {
    insert(tx);
    throw error;
  }

  private long rows() throws SQLException {
    return Transactions.in(
        dataSource,
        tx -> Statements.list(tx, "select count(*) from done", (Row r) -> r.big(1)).getFirst());
  }

  private static final class StackOverflow extends Error {
    private static final long serialVersionUID = 1L;
  }
}
