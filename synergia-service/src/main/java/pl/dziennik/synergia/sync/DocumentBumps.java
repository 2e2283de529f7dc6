package pl.dziennik.synergia.sync;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.trace.Traces;

/** Sync rules 1, 4 and 5: a change and its document's version are one transaction. */
public final class DocumentBumps {
  private static final String BUMP =
      """
      insert into documents (school_id, audience, category, period, version, traceparent)
      select cast(k.school as uuid), k.audience, k.category, k.period, 1, ?
      from unnest(?, ?, ?, ?) with ordinality as k(school, audience, category, period, n)
      order by k.n
      on conflict (school_id, audience, category, period)
      do update set version = documents.version + 1, traceparent = excluded.traceparent
      """;

  private DocumentBumps() {}

  /**
   * Raises versions, rows locked in the keys' order to the end of the transaction.
   *
   * @return the database's clock, read under the locks: {@code since} of what is written next
   */
  public static Instant bump(Connection tx, Collection<DocumentKey> keys) throws SQLException {
    List<DocumentKey> ordered = keys.stream().distinct().sorted().toList();
    if (!ordered.isEmpty()) {
      try (PreparedStatement upsert = tx.prepareStatement(BUMP)) {
        upsert.setString(1, Traces.current().orElse(""));
        array(upsert, 2, ordered, k -> k.schoolId().toString());
        array(upsert, 3, ordered, k -> k.audience().toString());
        array(upsert, 4, ordered, k -> k.category().name());
        array(upsert, 5, ordered, DocumentKey::period);
        upsert.executeUpdate();
      }
    }
    try (PreparedStatement clock = tx.prepareStatement("select clock_timestamp()");
        ResultSet r = clock.executeQuery()) {
      r.next();
      return r.getObject(1, OffsetDateTime.class).toInstant();
    }
  }

  /**
   * What becomes visible by the clock is no write: a job turns this into a bump (sync rule 3).
   *
   * @param at also the {@code since} of the item, whenever the job runs
   */
  public static void dueAt(Connection tx, DocumentKey key, Instant at) throws SQLException {
    Statements.update(
        tx,
        "insert into due_bumps (school_id, at, audience, category, period) values (?, ?, ?, ?, ?)"
            + " on conflict do nothing",
        key.schoolId(),
        at,
        key.audience().toString(),
        key.category(),
        key.period());
  }

  private static void array(
      PreparedStatement statement, int at, List<DocumentKey> keys, Function<DocumentKey, String> f)
      throws SQLException {
    statement.setArray(
        at, statement.getConnection().createArrayOf("text", keys.stream().map(f).toArray()));
  }
}
