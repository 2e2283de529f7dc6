package pl.dziennik.linking.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import pl.dziennik.events.document.Scope;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** Sync rule 20a: a school in a new epoch hears every LIVE and every NEED again. */
public final class SchoolEpochs {
  private SchoolEpochs() {}

  /**
   * Sync rule 21: true while this database was restored and the school not yet compared. Nothing of
   * the school may be served or stored.
   */
  public static boolean isQuarantined(Connection tx, UUID school) throws SQLException {
    return !Statements.list(
            tx,
            "select 1 from school_epochs where school_id = ? and quarantined",
            (Row r) -> true,
            school)
        .isEmpty();
  }

  /** The epoch last named by the school; 0 when none was. */
  static long known(Connection tx, UUID school) throws SQLException {
    return Statements.list(
            tx, "select epoch from school_epochs where school_id = ?", (Row r) -> r.big(1), school)
        .stream()
        .findFirst()
        .orElse(0L);
  }

  /**
   * Takes note of an epoch; a later one than known confirms all anew.
   *
   * @return true when it was news of a known school
   */
  public static boolean notice(Connection tx, UUID school, long epoch) throws SQLException {
    long known = known(tx, school);
    int rows =
        Statements.update(
            tx,
            "insert into school_epochs (school_id, epoch) values (?, ?)"
                + " on conflict (school_id) do update set epoch = excluded.epoch"
                + " where school_epochs.epoch < excluded.epoch",
            school,
            epoch);
    boolean isNews = rows == 1 && known > 0;
    if (isNews) {
      for (Links.Link link : Links.ofSchool(tx, school)) {
        RegisterOutbox.live(tx, school, link.id());
      }
      renewAll(tx, school);
    }
    return isNews;
  }

  static void renewAll(Connection tx, UUID school) throws SQLException {
    for (Scope scope : CopyLists.scopes(tx, school).stream().sorted().toList()) {
      CopyScopes.renew(tx, scope);
    }
  }
}
