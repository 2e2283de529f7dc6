package pl.dziennik.support.inbox;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/**
 * Keys whose next message could not be handled: it and what follows wait in order. Table {@code
 * parked_messages}.
 */
public final class ParkedKeys {
  private static final String PARK =
      """
      insert into parked_messages
        (consumer, message_key, type, message_id, payload, traceparent, reason)
      values (?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String FIRST =
      """
      select id, message_key, type, message_id, payload, traceparent from parked_messages
      where consumer = ? and message_key = ? order by id limit 1
      """;

  private final String consumer;

  ParkedKeys(String consumer) {
    this.consumer = consumer;
  }

  /** A message that waits. */
  record Parked(long id, Message message) {}

  /** Nothing of a key waits any more: the account that it is about is gone. */
  public static void forget(Connection tx, String key) throws SQLException {
    Statements.update(tx, "delete from parked_messages where message_key = ?", key);
  }

  /** Nothing of a key that names a link waits any more: the link has ended. */
  public static void forget(Connection tx, String key, UUID named) throws SQLException {
    Statements.update(
        tx,
        "delete from parked_messages where message_key = ? and position(?::bytea in payload) > 0",
        key,
        named.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Until the transaction ends nobody else handles, parks or replays a message of this key. */
  void takeTurns(Connection tx, String key) throws SQLException {
    Statements.list(
        tx,
        "select pg_advisory_xact_lock(hashtextextended(?, 0))::text",
        (Row r) -> r.text(1),
        consumer + " " + key);
  }

  /** True when a message of this key must wait behind an earlier one. */
  boolean isParked(Connection tx, String key) throws SQLException {
    return first(tx, key).isPresent();
  }

  void park(Connection tx, Message message, String reason) throws SQLException {
    Statements.update(
        tx,
        PARK,
        consumer,
        message.key(),
        message.type(),
        message.id(),
        message.payload(),
        message.traceparent().orElse(null),
        reason);
  }

  /** The keys of which something waits. */
  List<String> keys(Connection tx) throws SQLException {
    return Statements.list(
        tx,
        "select distinct message_key from parked_messages where consumer = ? order by 1",
        (Row r) -> r.text(1),
        consumer);
  }

  /** The message of a key that has waited longest. */
  Optional<Parked> first(Connection tx, String key) throws SQLException {
    return Statements.list(tx, FIRST, ParkedKeys::parked, consumer, key).stream().findFirst();
  }

  /** A replayed message no longer waits. */
  void release(Connection tx, long id) throws SQLException {
    Statements.update(tx, "delete from parked_messages where id = ?", id);
  }

  private static Parked parked(Row r) throws SQLException {
    return new Parked(
        r.big(1), new Message(r.text(2), r.text(3), r.text(4), r.bytes(5), r.optionalText(6)));
  }
}
