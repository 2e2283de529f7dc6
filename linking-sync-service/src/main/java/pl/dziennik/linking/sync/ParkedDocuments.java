package pl.dziennik.linking.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import pl.dziennik.events.document.Audience;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.events.document.Scope;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/**
 * Documents whose content could not be read: the key and why, never the content. Their scope is
 * asked for again after a while; a document that is stored takes its key from here.
 */
public final class ParkedDocuments {
  private static final String PARK =
      """
      insert into parked_documents (school_id, audience, category, period, reason)
      values (?, ?, ?, ?, ?)
      on conflict (school_id, audience, category, period) do update set reason = excluded.reason
      """;
  private static final String DUE =
      """
      select distinct school_id, audience, category from parked_documents
      where parked_at < clock_timestamp() - cast(? as interval)
      """;
  private static final String ASKED =
      """
      update parked_documents set parked_at = clock_timestamp()
      where school_id = ? and audience = ? and category = ?
      """;

  private ParkedDocuments() {}

  /**
   * @return false when no link needs the scope: nothing of the child is noted
   */
  public static boolean park(Connection tx, DocumentKey key, String reason) throws SQLException {
    if (CopyScopes.lock(tx, key.scope()).isEmpty()) {
      return false;
    }
    Statements.update(
        tx, PARK, key.schoolId(), key.audience().toString(), key.category(), key.period(), reason);
    return true;
  }

  static void release(Connection tx, DocumentKey key) throws SQLException {
    Statements.update(
        tx,
        "delete from parked_documents"
            + " where school_id = ? and audience = ? and category = ? and period = ?",
        key.schoolId(),
        key.audience().toString(),
        key.category(),
        key.period());
  }

  /**
   * Asks again for what has been parked at least so long; returns how many scopes. The scope is
   * locked before its parked rows, as everywhere.
   */
  public static int askAgain(Connection tx, Duration age) throws SQLException {
    List<Scope> scopes =
        Statements.list(tx, DUE, ParkedDocuments::scope, age.toString()).stream().sorted().toList();
    int asked = 0;
    for (Scope scope : scopes) {
      if (CopyScopes.renew(tx, scope)) {
        Statements.update(
            tx, ASKED, scope.schoolId(), scope.audience().toString(), scope.category());
        asked++;
      }
    }
    return asked;
  }

  private static Scope scope(Row r) throws SQLException {
    return new Scope(r.id(1), Audience.parse(r.text(2)), Category.valueOf(r.text(3)));
  }
}
