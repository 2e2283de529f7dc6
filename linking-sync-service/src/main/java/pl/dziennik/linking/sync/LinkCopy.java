package pl.dziennik.linking.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentBody;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** What one link has of the copy: its own access document, and how far the download is. */
public final class LinkCopy {
  private static final String PROGRESS =
      """
      select s.category, count(d.period), max(d.stored_at)
      from (select distinct school_id, audience, category from link_scopes where link_id = ?) s
      left join documents d using (school_id, audience, category)
      group by s.category order by s.category
      """;

  private LinkCopy() {}

  /**
   * How much of a category is here.
   *
   * @param lastStoredAt our clock; empty while there is no document
   */
  public record Progress(Category category, long documents, Optional<Instant> lastStoredAt) {}

  /** What the school account may see, as it was last told; empty until it came. */
  public static Optional<DocumentBody.Access> access(Connection tx, UUID school, UUID account)
      throws SQLException {
    return AccessDocuments.stored(tx, school, account);
  }

  public static List<Progress> progress(Connection tx, UUID link) throws SQLException {
    return Statements.list(
        tx,
        PROGRESS,
        (Row r) -> new Progress(Category.valueOf(r.text(1)), r.big(2), r.optionalInstant(3)),
        link);
  }
}
