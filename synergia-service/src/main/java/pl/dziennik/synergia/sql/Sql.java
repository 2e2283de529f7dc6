package pl.dziennik.synergia.sql;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.dziennik.support.sql.RowReader;
import pl.dziennik.support.sql.Statements;

/**
 * Statements in the transaction of the use case that calls. Outside a transaction no school is set,
 * and row-level security answers nothing.
 */
@ApplicationScoped
public class Sql {
  private final AgroalDataSource dataSource;

  Sql(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Work on the transaction's connection. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  public <T> List<T> list(String statement, RowReader<T> reader, @Nullable Object... values) {
    return with(c -> Statements.list(c, statement, reader, values));
  }

  public <T> Optional<T> first(String statement, RowReader<T> reader, @Nullable Object... values) {
    return list(statement, reader, values).stream().findFirst();
  }

  public boolean exists(String statement, @Nullable Object... values) {
    return !list(statement, row -> true, values).isEmpty();
  }

  public int update(String statement, @Nullable Object... values) {
    return with(c -> Statements.update(c, statement, values));
  }

  /** A failure keeps its SQLSTATE in the cause: 42501 is an alarm. */
  public <T> T with(Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }
}
