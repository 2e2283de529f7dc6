package pl.dziennik.synergia.attendance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import pl.dziennik.events.FactJson;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentBody;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.synergia.sync.DocumentRenderer;

/**
 * A pupil's month as families read it: absences, late arrivals, releases. Presences are left out:
 * six a day would drown what matters in the timeline.
 */
@ApplicationScoped
public class AttendanceDocument implements DocumentRenderer {
  private static final String SELECT =
      """
      select m.id, m.revision, m.since, l.held_on, l.number, s.name,
             t.first_name || ' ' || t.last_name, m.code
      from attendance_marks m
      join lessons l on l.school_id = m.school_id and l.id = m.lesson_id
      join subjects s on s.school_id = l.school_id and s.id = l.subject_id
      join staff_members t on t.school_id = l.school_id and t.id = l.teacher_id
      where m.school_id = ? and m.pupil_id = ? and m.code <> 'ob'
        and l.held_on between ? and ?
      order by l.held_on, l.number, m.id
      """;

  @Override
  public Category category() {
    return Category.ATTENDANCE;
  }

  @Override
  public ObjectNode render(Connection snapshot, DocumentKey key) throws SQLException {
    YearMonth month = YearMonth.parse(key.period());
    return FactJson.mapper()
        .valueToTree(
            new DocumentBody.Attendance(
                Statements.list(
                    snapshot,
                    SELECT,
                    AttendanceDocument::item,
                    key.schoolId(),
                    key.audience().id(),
                    month.atDay(1),
                    month.atEndOfMonth())));
  }

  private static DocumentBody.AttendanceItem item(Row r) throws SQLException {
    AttendanceCode code = AttendanceCode.of(r.text(8)).orElseThrow();
    return new DocumentBody.AttendanceItem(
        r.id(1),
        r.number(2),
        r.instant(3),
        r.date(4).toString(),
        r.number(5),
        r.text(6),
        r.text(7),
        code.symbol(),
        code.name(),
        code.counts().name());
  }
}
