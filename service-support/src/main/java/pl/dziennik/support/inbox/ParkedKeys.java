package pl.dziennik.support.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Keys whose next message could not be handled: it and what follows wait in order until an operator
 * replays them. Table {@code parked_messages}.
 */
public final class ParkedKeys {
  private final String consumer;

  public ParkedKeys(String consumer) {
    this.consumer = consumer;
  }

  /** A message that waits. */
  @SuppressWarnings("ArrayRecordComponent") // The payload is replayed, never compared.
  public record Parked(
      long id, String key, String type, String messageId, byte[] payload, String reason) {}

  /** True when a message of this key must wait behind an earlier one. */
  public boolean isParked(Connection connection, String key) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select 1 from parked_messages where consumer = ? and message_key = ? limit 1")) {
      select.setString(1, consumer);
      select.setString(2, key);
      try (ResultSet r = select.executeQuery()) {
        return r.next();
      }
    }
  }

  public void park(Connection connection, Message message, String reason) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into parked_messages (consumer, message_key, type, message_id, payload, reason)"
                + " values (?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, consumer);
      insert.setString(2, message.key());
      insert.setString(3, message.type());
      insert.setString(4, message.id());
      insert.setBytes(5, message.payload());
      insert.setString(6, reason);
      insert.executeUpdate();
    }
  }

  /** The waiting messages of a key, oldest first. */
  public List<Parked> waiting(Connection connection, String key) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select id, message_key, type, message_id, payload, reason from parked_messages"
                + " where consumer = ? and message_key = ? order by id")) {
      select.setString(1, consumer);
      select.setString(2, key);
      try (ResultSet r = select.executeQuery()) {
        List<Parked> out = new ArrayList<>();
        while (r.next()) {
          out.add(
              new Parked(
                  r.getLong(1),
                  r.getString(2),
                  r.getString(3),
                  r.getString(4),
                  r.getBytes(5),
                  r.getString(6)));
        }
        return out;
      }
    }
  }

  /** A replayed message no longer waits. */
  public void release(Connection connection, long id) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from parked_messages where id = ?")) {
      delete.setLong(1, id);
      delete.executeUpdate();
    }
  }
}
