package pl.dziennik.linking.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.dziennik.events.document.Scope;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.trace.Traces;

/** Sync rule 19: what Synergia has to hear, written in the transaction that makes it true. */
final class RegisterOutbox {
  private RegisterOutbox() {}

  static void live(Connection tx, UUID school, UUID link) throws SQLException {
    add(tx, school, "LIVE", link, null);
  }

  static void ended(Connection tx, UUID school, UUID link) throws SQLException {
    add(tx, school, "ENDED", link, null);
  }

  static void need(Connection tx, Scope scope) throws SQLException {
    add(tx, scope.schoolId(), "NEED", null, scope);
  }

  private static void add(
      Connection tx, UUID school, String kind, @Nullable UUID link, @Nullable Scope scope)
      throws SQLException {
    Statements.update(
        tx,
        "insert into register_outbox (school_id, kind, link_id, audience, category, traceparent)"
            + " values (?, ?, ?, ?, ?, ?)",
        school,
        kind,
        link,
        scope == null ? null : scope.audience().toString(),
        scope == null ? null : scope.category(),
        Traces.current().orElse(null));
  }
}
