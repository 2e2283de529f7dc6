package pl.dziennik.support.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jboss.logging.Logger;
import pl.dziennik.support.kafka.CloudEvents;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/**
 * Moves outbox rows to Kafka: at least once, in order per key. A row is deleted only after the
 * broker acknowledged it; what follows a failed send of the same key stays for the next run. One
 * relay works at a time (advisory lock), the others find nothing to do.
 */
public final class OutboxRelay {
  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final int BATCH = 200;

  /** Any fixed number: names the lock within the service's own database. */
  private static final long LOCK = 0x6f7574626f78L;

  private static final String READ =
      """
      select id, topic, message_key, type, message_id, payload, traceparent, created_at
      from outbox order by id limit\s"""
          + BATCH;

  private final DataSource dataSource;
  private final Producer<String, byte[]> producer;
  private final String source;

  /**
   * @param source CloudEvents source, e.g. {@code /librus-account-service}
   */
  public OutboxRelay(DataSource dataSource, Producer<String, byte[]> producer, String source) {
    this.dataSource = dataSource;
    this.producer = producer;
    this.source = source;
  }

  /**
   * Sends what is there.
   *
   * @return how many rows were sent and deleted
   */
  public int run() throws SQLException, InterruptedException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(true);
      if (!lock(connection, "select pg_try_advisory_lock(?)")) {
        return 0;
      }
      try {
        int all = 0;
        for (int sent = batch(connection); sent > 0; sent = batch(connection)) {
          all += sent;
        }
        return all;
      } finally {
        lock(connection, "select pg_advisory_unlock(?)");
      }
    }
  }

  private int batch(Connection connection) throws SQLException, InterruptedException {
    List<Waiting> rows = read(connection);
    List<Future<RecordMetadata>> sends = new ArrayList<>();
    for (Waiting row : rows) {
      sends.add(producer.send(row.toRecord(source)));
    }
    producer.flush();
    List<Long> acknowledged = new ArrayList<>();
    Set<String> failedKeys = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      Waiting row = rows.get(i);
      if (isAcknowledged(sends.get(i)) && !failedKeys.contains(row.key())) {
        acknowledged.add(row.id);
      } else {
        failedKeys.add(row.key());
      }
    }
    delete(connection, acknowledged);
    return acknowledged.size();
  }

  private static boolean isAcknowledged(Future<RecordMetadata> send) throws InterruptedException {
    try {
      send.get();
      return true;
    } catch (ExecutionException e) {
      LOG.warnf("outbox send failed, will be tried again: %s", e.getCause());
      return false;
    }
  }

  private static List<Waiting> read(Connection connection) throws SQLException {
    return Statements.list(connection, READ, OutboxRelay::waiting);
  }

  private static Waiting waiting(Row r) throws SQLException {
    return new Waiting(
        r.big(1),
        new OutboxMessage(r.text(2), r.text(3), r.text(4), r.text(5), r.bytes(6)),
        r.optionalText(7),
        r.instant(8));
  }

  private static void delete(Connection connection, List<Long> ids) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from outbox where id = any (?)")) {
      delete.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
      delete.executeUpdate();
    }
  }

  private static boolean lock(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, LOCK);
      try (ResultSet r = statement.executeQuery()) {
        return r.next() && r.getBoolean(1);
      }
    }
  }

  private record Waiting(long id, OutboxMessage message, Optional<String> traceparent, Instant at) {
    String key() {
      return message.key();
    }

    ProducerRecord<String, byte[]> toRecord(String source) {
      ProducerRecord<String, byte[]> out =
          new ProducerRecord<>(message.topic(), message.key(), message.payload());
      CloudEvents.write(out.headers(), message.type(), message.id(), source, message.key());
      CloudEvents.time(out.headers(), at);
      traceparent.ifPresent(trace -> CloudEvents.put(out.headers(), "traceparent", trace));
      return out;
    }
  }
}
