package pl.dziennik.synergia.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.support.sql.Statements;

/** Sync rule 3: what the clock has made visible is bumped; the renderer shows it by itself. */
public final class DueBumps {
  private static final String TAKE =
      """
      delete from due_bumps b using (
        select school_id, audience, category, period, at from due_bumps
        where at <= clock_timestamp() order by at limit 500 for update skip locked) due
      where b.school_id = due.school_id and b.audience = due.audience
        and b.category = due.category and b.period = due.period and b.at = due.at
      returning b.school_id, b.audience, b.category, b.period
      """;

  private DueBumps() {}

  /** In one transaction; returns how many documents were bumped. */
  public static int run(Connection tx) throws SQLException {
    List<DocumentKey> keys = Statements.list(tx, TAKE, Rendering::key).stream().distinct().toList();
    if (!keys.isEmpty()) {
      DocumentBumps.bump(tx, keys);
    }
    return keys.size();
  }
}
