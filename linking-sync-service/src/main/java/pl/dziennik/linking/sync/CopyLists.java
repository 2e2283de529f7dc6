package pl.dziennik.linking.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import pl.dziennik.events.document.Audience;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.events.document.Generation;
import pl.dziennik.events.document.Scope;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** Our side of the comparison of scopes and documents (SYNC rule 20c and 20d). */
final class CopyLists {
  private CopyLists() {}

  /** A stored document, without its content. */
  record Held(long version, String hash) {}

  static List<Scope> scopes(Connection tx, UUID school) throws SQLException {
    return Statements.list(
        tx,
        "select audience, category from scopes where school_id = ? order by audience, category",
        (Row r) -> new Scope(school, Audience.parse(r.text(1)), Category.valueOf(r.text(2))),
        school);
  }

  static Map<DocumentKey, Held> documents(Connection tx, UUID school) throws SQLException {
    Map<DocumentKey, Held> out = new HashMap<>();
    Statements.list(
        tx,
        "select audience, category, period, version, hash from documents where school_id = ?",
        (Row r) ->
            out.put(
                new DocumentKey(
                    school, Audience.parse(r.text(1)), Category.valueOf(r.text(2)), r.text(3)),
                new Held(r.big(4), r.text(5))),
        school);
    return out;
  }

  /** Keys that one side lacks or that differ, unless the change is on its way. */
  static Set<DocumentKey> differing(
      Map<DocumentKey, Held> held, List<SchoolRegisters.DocumentState> theirs) {
    Set<DocumentKey> out = new TreeSet<>();
    Set<DocumentKey> known = new HashSet<>();
    for (SchoolRegisters.DocumentState state : theirs) {
      known.add(state.key());
      Held ours = held.get(state.key());
      boolean isSame =
          ours != null && ours.version == state.version() && ours.hash.equals(state.hash());
      if (!isSame && !state.onTheWay()) {
        out.add(state.key());
      }
    }
    held.keySet().stream().filter(k -> !known.contains(k)).forEach(out::add);
    return out;
  }

  /** True when Synergia had to be asked again. */
  static boolean askAgain(Connection tx, Scope scope, Generation there, Generation mark)
      throws SQLException {
    Optional<CopyScopes.ScopeRow> here = CopyScopes.lock(tx, scope);
    if (here.isEmpty()
        || here.get().generation().equals(there)
        || here.get().generation().compareTo(mark) > 0
        || isWaiting(tx, scope)) {
      return false;
    }
    if (here.get().generation().compareTo(there) > 0) {
      RegisterOutbox.need(tx, scope);
    } else {
      CopyScopes.renew(tx, scope);
    }
    return true;
  }

  static boolean renew(Connection tx, Scope scope) throws SQLException {
    boolean isNeeded = CopyScopes.lock(tx, scope).isPresent();
    if (isNeeded) {
      CopyScopes.renew(tx, scope);
    }
    return isNeeded;
  }

  private static boolean isWaiting(Connection tx, Scope scope) throws SQLException {
    return !Statements.list(
            tx,
            "select 1 from register_outbox"
                + " where school_id = ? and audience = ? and category = ? limit 1",
            (Row r) -> true,
            scope.schoolId(),
            scope.audience().toString(),
            scope.category())
        .isEmpty();
  }
}
