package pl.dziennik.support.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import pl.dziennik.support.trace.Traces;

/** Appends messages inside the caller's transaction. Plain JDBC; table {@code outbox}. */
public final class Outbox {
  private Outbox() {}

  public static void append(Connection transaction, OutboxMessage message) throws SQLException {
    try (PreparedStatement insert =
        transaction.prepareStatement(
            "insert into outbox (topic, message_key, type, message_id, payload, traceparent)"
                + " values (?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, message.topic());
      insert.setString(2, message.key());
      insert.setString(3, message.type());
      insert.setString(4, message.id());
      insert.setBytes(5, message.payload());
      insert.setString(6, Traces.current().orElse(null));
      insert.executeUpdate();
    }
  }
}
