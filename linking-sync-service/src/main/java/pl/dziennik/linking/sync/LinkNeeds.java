package pl.dziennik.linking.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.UUID;
import pl.dziennik.events.document.Audience;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.Scope;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/**
 * Sync rule 13: scopes begin and end in the transaction that changes what links need. All scope
 * rows are locked in key order before the first question whether another link needs one, so that
 * two links that end at once do not each leave the erasure to the other.
 */
final class LinkNeeds {
  private LinkNeeds() {}

  /**
   * Sets what these links need from now on; the links' rows are locked by the caller.
   *
   * @param needs by link, then by scope, the pupils it is needed for; empty for a link that ended
   */
  static void set(Connection tx, Map<UUID, SortedMap<Scope, Set<UUID>>> needs) throws SQLException {
    TreeSet<Scope> wanted = new TreeSet<>();
    needs.values().forEach(scopes -> wanted.addAll(scopes.keySet()));
    TreeSet<Scope> touched = new TreeSet<>(wanted);
    for (UUID link : needs.keySet()) {
      touched.addAll(of(tx, link));
    }
    for (Scope scope : touched) {
      if (wanted.contains(scope)) {
        CopyScopes.hold(tx, scope);
      } else {
        CopyScopes.lock(tx, scope);
      }
    }
    for (Map.Entry<UUID, SortedMap<Scope, Set<UUID>>> link : needs.entrySet()) {
      write(tx, link.getKey(), link.getValue());
    }
    for (Scope scope : touched) {
      CopyScopes.endIfUnneeded(tx, scope);
    }
  }

  private static List<Scope> of(Connection tx, UUID link) throws SQLException {
    return Statements.list(
        tx,
        "select distinct school_id, audience, category from link_scopes where link_id = ?",
        (Row r) -> new Scope(r.id(1), Audience.parse(r.text(2)), Category.valueOf(r.text(3))),
        link);
  }

  private static void write(Connection tx, UUID link, SortedMap<Scope, Set<UUID>> needs)
      throws SQLException {
    Statements.update(tx, "delete from link_scopes where link_id = ?", link);
    for (Map.Entry<Scope, Set<UUID>> need : needs.entrySet()) {
      Scope scope = need.getKey();
      Statements.update(
          tx,
          "insert into link_scopes (link_id, school_id, audience, category, pupil_id)"
              + " select ?, ?, ?, ?, p from unnest(cast(? as uuid[])) as p",
          link,
          scope.schoolId(),
          scope.audience().toString(),
          scope.category(),
          need.getValue());
    }
  }
}
