package pl.dziennik.linking.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import pl.dziennik.events.document.Generation;
import pl.dziennik.events.document.Scope;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** The scopes of the copy: begun, locked, asked for anew, and ended with all they hold. */
final class CopyScopes {
  private static final String BEGIN =
      """
      insert into scopes (school_id, audience, category, gen_epoch, gen_number, baseline_at)
      values (?, ?, ?, 0, 0, clock_timestamp()) on conflict do nothing
      """;

  /** The insertion may have waited for another's end of the scope: the clock is read after it. */
  private static final String BASELINE =
      """
      update scopes set baseline_at = clock_timestamp()
      where school_id = ? and audience = ? and category = ?
      """;

  private static final String LOCK =
      """
      select gen_epoch, gen_number, baseline_at from scopes
      where school_id = ? and audience = ? and category = ? for update
      """;
  private static final String RENEW =
      """
      update scopes set gen_epoch = ?, gen_number = ?
      where school_id = ? and audience = ? and category = ?
      """;

  private CopyScopes() {}

  /**
   * @param baselineAt our clock when the scope began; a later asking does not change it
   */
  record ScopeRow(Generation generation, Instant baselineAt) {}

  /** Locks the scope to the end of the transaction; empty when nobody needs it. */
  static Optional<ScopeRow> lock(Connection tx, Scope scope) throws SQLException {
    return Statements.list(
            tx,
            LOCK,
            (Row r) -> new ScopeRow(new Generation(r.big(1), r.big(2)), r.instant(3)),
            key(scope))
        .stream()
        .findFirst();
  }

  /** Locks the scope; begins it, and asks Synergia for it, if it is not there. */
  static void hold(Connection tx, Scope scope) throws SQLException {
    boolean held = false;
    while (!held) {
      // Another transaction may end the scope between the two statements: then it begins here.
      held = begin(tx, scope) || lock(tx, scope).isPresent();
    }
  }

  private static boolean begin(Connection tx, Scope scope) throws SQLException {
    if (Statements.update(tx, BEGIN, key(scope)) == 0) {
      return false;
    }
    Statements.update(tx, BASELINE, key(scope));
    return renew(tx, scope);
  }

  /**
   * A new generation of a scope that goes on; its baseline stays. The number is drawn under the
   * lock, so that a scope's generations rise in the order of commits.
   *
   * @return false when nobody needs the scope
   */
  static boolean renew(Connection tx, Scope scope) throws SQLException {
    if (lock(tx, scope).isEmpty()) {
      return false;
    }
    Generation generation = Generations.next(tx);
    Statements.update(
        tx,
        RENEW,
        generation.epoch(),
        generation.number(),
        scope.schoolId(),
        scope.audience().toString(),
        scope.category());
    RegisterOutbox.need(tx, scope);
    return true;
  }

  /** Ends a locked scope unless a link still needs it; asked only under the lock. */
  static void endIfUnneeded(Connection tx, Scope scope) throws SQLException {
    boolean needed =
        !Statements.list(
                tx,
                "select 1 from link_scopes"
                    + " where school_id = ? and audience = ? and category = ? limit 1",
                (Row r) -> true,
                key(scope))
            .isEmpty();
    if (needed) {
      return;
    }
    for (String table : new String[] {"documents", "timeline", "parked_documents", "scopes"}) {
      Statements.update(
          tx,
          "delete from " + table + " where school_id = ? and audience = ? and category = ?",
          key(scope));
    }
  }

  private static Object[] key(Scope scope) {
    return new Object[] {scope.schoolId(), scope.audience().toString(), scope.category()};
  }
}
