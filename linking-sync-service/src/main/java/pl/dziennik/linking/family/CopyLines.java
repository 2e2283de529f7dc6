package pl.dziennik.linking.family;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import pl.dziennik.events.document.Audience;
import pl.dziennik.events.document.Category;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** All that the copy holds through the links of one account, in three statements. */
final class CopyLines {
  private static final String COVERED =
      "select "
          + CoveringLink.COLUMNS
          + ", p.pupil_id, p.first_name from "
          + CoveringLink.FROM
          + " where "
          + CoveringLink.OF_ACCOUNT
          + " order by "
          + CoveringLink.ORDER
          + ", p.pupil_id";

  private static final String DOCUMENTS =
      """
      select s.link_id, s.pupil_id, d.audience, d.category, d.period, d.content
      from links l
      join link_scopes s on s.link_id = l.id
      join documents d on d.school_id = s.school_id and d.audience = s.audience
        and d.category = s.category
      where\s"""
          + CoveringLink.OF_ACCOUNT
          + " order by d.category, d.audience, d.period";

  private static final String TIMELINE =
      """
      select s.link_id, s.pupil_id, t.audience, t.category, t.period,
        convert_to(t.entry, 'UTF8')
      from links l
      join link_scopes s on s.link_id = l.id
      join timeline t on t.school_id = s.school_id and t.audience = s.audience
        and t.category = s.category and t.shown
      where\s"""
          + CoveringLink.OF_ACCOUNT
          + " order by t.since desc, t.item_id, t.revision desc, t.audience";

  private CopyLines() {}

  /** A pupil covered by a link. */
  record Covered(CoveringLink link, UUID pupil, String firstName) {}

  /** A document or an entry of the timeline, held for a pupil of a link. */
  @SuppressWarnings("ArrayRecordComponent") // Passed on, never compared.
  record Held(
      UUID link, UUID pupil, Audience audience, Category category, String period, byte[] content) {}

  static List<Covered> covered(Connection c, UUID account) throws SQLException {
    return Statements.list(
        c,
        COVERED,
        (Row r) ->
            new Covered(
                CoveringLink.of(r), r.id(CoveringLink.WIDTH + 1), r.text(CoveringLink.WIDTH + 2)),
        account);
  }

  static List<Held> documents(Connection c, UUID account) throws SQLException {
    return Statements.list(c, DOCUMENTS, CopyLines::held, account);
  }

  static List<Held> timeline(Connection c, UUID account) throws SQLException {
    return Statements.list(c, TIMELINE, CopyLines::held, account);
  }

  private static Held held(Row r) throws SQLException {
    return new Held(
        r.id(1),
        r.id(2),
        Audience.parse(r.text(3)),
        Category.valueOf(r.text(4)),
        r.text(5),
        r.bytes(6));
  }
}
