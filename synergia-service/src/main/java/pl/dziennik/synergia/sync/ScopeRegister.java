package pl.dziennik.synergia.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.events.document.Generation;
import pl.dziennik.events.document.Scope;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** Sync rule 7: linking-sync needs a scope, as a generation, and holds these periods of it. */
public final class ScopeRegister {
  private static final String RAISE =
      """
      insert into scopes (school_id, audience, category, gen_epoch, gen_number)
      values (?, ?, ?, ?, ?)
      on conflict (school_id, audience, category) do update
      set gen_epoch = excluded.gen_epoch, gen_number = excluded.gen_number
      where (scopes.gen_epoch, scopes.gen_number) < (excluded.gen_epoch, excluded.gen_number)
      """;

  private static final String ROWS =
      "select period from documents where school_id = ? and audience = ? and category = ?";

  private ScopeRegister() {}

  /**
   * Recorded whether or not the scope is live just now: registers do not wait for each other.
   *
   * @return false when this or a later generation was known already
   */
  public static boolean need(
      Connection tx, Scope scope, Generation generation, Collection<String> heldPeriods)
      throws SQLException {
    String audience = scope.audience().toString();
    int raised =
        Statements.update(
            tx,
            RAISE,
            scope.schoolId(),
            audience,
            scope.category(),
            generation.epoch(),
            generation.number());
    if (raised == 0) {
      return false;
    }
    Set<DocumentKey> keys = new TreeSet<>();
    Statements.list(tx, ROWS, (Row r) -> r.text(1), scope.schoolId(), audience, scope.category())
        .forEach(period -> keys.add(scope.document(period)));
    heldPeriods.forEach(period -> keys.add(scope.document(period)));
    if (scope.category() == Category.ACCESS || scope.category() == Category.PROFILE) {
      keys.add(scope.document(DocumentKey.NO_PERIOD));
    }
    DocumentBumps.bump(tx, keys);
    return true;
  }
}
