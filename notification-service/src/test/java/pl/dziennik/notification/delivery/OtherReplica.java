package pl.dziennik.notification.delivery;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import pl.dziennik.events.document.Category;
import pl.dziennik.notification.delivery.DueMails.Bundle;

/** Another replica of the service, which writes mails from the same database. */
@Singleton
public class OtherReplica {
  private final AgroalDataSource dataSource;
  private final DueMails due;
  private final NewsMails mails;

  OtherReplica(AgroalDataSource dataSource, DueMails due, NewsMails mails) {
    this.dataSource = dataSource;
    this.due = due;
    this.mails = mails;
  }

  /** One whole run. */
  public void run() throws SQLException {
    mails.run();
  }

  /** Has a bundle in its hands until it is closed, and decides nothing about it. */
  public Holding holds(UUID link, UUID pupil, Category category) throws SQLException {
    Connection connection = dataSource.getConnection();
    connection.setAutoCommit(false);
    due.take(connection, new Bundle(link, pupil, category));
    return new Holding(connection);
  }

  /** The transaction of a run that is not over. */
  public record Holding(Connection connection) implements AutoCloseable {
    @Override
    public void close() throws SQLException {
      connection.rollback();
      connection.setAutoCommit(true);
      connection.close();
    }
  }
}
