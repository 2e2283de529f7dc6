package pl.dziennik.synergia.sync;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import pl.dziennik.events.document.DocumentKey;

/** Sync rule 10: what the broker has acknowledged is no longer dirty. */
public final class Publications {
  /** Monotone, and only in the epoch of the rendering: a zombie can repeat, never harm. */
  private static final String ADVANCE =
      """
      update documents d set published_version = greatest(d.published_version, ?)
      from schools sc
      where sc.id = d.school_id and sc.epoch = ?
        and d.school_id = ? and d.audience = ? and d.category = ? and d.period = ?
      """;

  private Publications() {}

  /** In one transaction of its own, rows in key order. */
  public static void advance(Connection tx, Collection<RenderedDocument> acknowledged)
      throws SQLException {
    List<RenderedDocument> ordered =
        acknowledged.stream().sorted(Comparator.comparing(RenderedDocument::key)).toList();
    try (PreparedStatement update = tx.prepareStatement(ADVANCE)) {
      for (RenderedDocument document : ordered) {
        DocumentKey key = document.key();
        update.setLong(1, document.version());
        update.setLong(2, document.epoch());
        update.setObject(3, key.schoolId());
        update.setString(4, key.audience().toString());
        update.setString(5, key.category().name());
        update.setString(6, key.period());
        update.addBatch();
      }
      update.executeBatch();
    }
  }
}
