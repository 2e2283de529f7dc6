package pl.dziennik.synergia.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import pl.dziennik.events.document.Category;
import pl.dziennik.support.sql.Statements;

/** What a school withholds from the copies of consumer accounts; its own diary stays open. */
public final class SharingPolicy {
  private SharingPolicy() {}

  public static void block(Connection tx, UUID school, Category category) throws SQLException {
    Statements.update(
        tx,
        "insert into sharing_policy (school_id, category, blocked_since)"
            + " values (?, ?, clock_timestamp()) on conflict do nothing",
        school,
        category);
    AccessBumps.forWholeSchool(tx, school);
  }

  public static void unblock(Connection tx, UUID school, Category category) throws SQLException {
    Statements.update(
        tx, "delete from sharing_policy where school_id = ? and category = ?", school, category);
    AccessBumps.forWholeSchool(tx, school);
  }
}
