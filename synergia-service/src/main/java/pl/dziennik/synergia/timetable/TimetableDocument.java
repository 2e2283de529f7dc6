package pl.dziennik.synergia.timetable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import pl.dziennik.events.FactJson;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentBody;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.synergia.sync.DocumentRenderer;
import pl.dziennik.synergia.teaching.SchoolWeek;

/**
 * The plan of a class in a week. An entry of the plan is one item in all its weeks, so a new plan
 * is told once, not forty times.
 */
@ApplicationScoped
public class TimetableDocument implements DocumentRenderer {
  private static final String SELECT =
      """
      select t.id, t.revision, t.since, cast(? as date) + (t.weekday - 1), t.number,
             coalesce(to_char(b.starts_at, 'HH24:MI'), ''),
             coalesce(to_char(b.ends_at, 'HH24:MI'), ''), s.name,
             m.first_name || ' ' || m.last_name, t.room
      from timetable_plans t
      join subjects s on s.school_id = t.school_id and s.id = t.subject_id
      join staff_members m on m.school_id = t.school_id and m.id = t.teacher_id
      left join bell_times b on b.school_id = t.school_id and b.number = t.number
      where t.school_id = ? and t.class_id = ?
        and cast(? as date) + (t.weekday - 1) between t.valid_from and t.valid_until
        and not exists (select 1 from free_days f where f.school_id = t.school_id
                        and f.day = cast(? as date) + (t.weekday - 1))
      order by t.weekday, t.number, t.id
      """;

  @Override
  public Category category() {
    return Category.TIMETABLE;
  }

  @Override
  public ObjectNode render(Connection snapshot, DocumentKey key) throws SQLException {
    LocalDate monday = SchoolWeek.mondayOf(key.period());
    return FactJson.mapper()
        .valueToTree(
            new DocumentBody.Timetable(
                monday.toString(),
                Statements.list(
                    snapshot,
                    SELECT,
                    TimetableDocument::item,
                    monday,
                    key.schoolId(),
                    key.audience().id(),
                    monday,
                    monday)));
  }

  private static DocumentBody.TimetableItem item(Row r) throws SQLException {
    return new DocumentBody.TimetableItem(
        r.id(1),
        r.number(2),
        r.instant(3),
        r.date(4).toString(),
        r.number(5),
        r.text(6),
        r.text(7),
        r.text(8),
        r.text(9),
        r.text(10),
        "PLANNED");
  }
}
