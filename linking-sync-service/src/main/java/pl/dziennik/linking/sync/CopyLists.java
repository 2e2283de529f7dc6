package pl.dziennik.linking.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import pl.dziennik.events.document.Audience;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.events.document.Generation;
import pl.dziennik.events.document.Scope;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** Our side of the comparison of scopes and documents (sync rule 20c and 20d). */
final class CopyLists {
  private CopyLists() {}

  /** A stored document, without its content. */
  record Held(long epoch, long version, String hash) {}

  /** What differs of one key; empty where a side has nothing. */
  record Difference(Optional<Held> ours, Optional<SchoolRegisters.DocumentState> theirs) {}

  static Map<Scope, Generation> generations(Connection tx, UUID school) throws SQLException {
    Map<Scope, Generation> out = new HashMap<>();
    Statements.list(
        tx,
        "select audience, category, gen_epoch, gen_number from scopes where school_id = ?",
        (Row r) ->
            out.put(
                new Scope(school, Audience.parse(r.text(1)), Category.valueOf(r.text(2))),
                new Generation(r.big(3), r.big(4))),
        school);
    return out;
  }

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
        "select audience, category, period, epoch, version, hash from documents where school_id = ?",
        (Row r) ->
            out.put(
                new DocumentKey(
                    school, Audience.parse(r.text(1)), Category.valueOf(r.text(2)), r.text(3)),
                new Held(r.big(4), r.big(5), r.text(6))),
        school);
    return out;
  }

  /** What one side lacks or has otherwise, unless the change is on its way. */
  static Map<DocumentKey, Difference> differing(
      Map<DocumentKey, Held> held, List<SchoolRegisters.DocumentState> theirs) {
    Map<DocumentKey, Difference> out = new TreeMap<>();
    held.forEach((key, ours) -> out.put(key, new Difference(Optional.of(ours), Optional.empty())));
    for (SchoolRegisters.DocumentState state : theirs) {
      Optional<Held> ours = Optional.ofNullable(held.get(state.key()));
      boolean isSame =
          ours.filter(h -> h.version == state.version() && h.hash.equals(state.hash())).isPresent();
      if (isSame || state.onTheWay()) {
        out.remove(state.key());
      } else {
        out.put(state.key(), new Difference(ours, Optional.of(state)));
      }
    }
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
