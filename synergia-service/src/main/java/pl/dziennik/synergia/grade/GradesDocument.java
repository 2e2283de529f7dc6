package pl.dziennik.synergia.grade;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import pl.dziennik.events.FactJson;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentBody;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.synergia.sync.DocumentRenderer;

/** The grades of a pupil in a term as families read them: by subject in Polish order, by date. */
@ApplicationScoped
public class GradesDocument implements DocumentRenderer {
  private static final String SELECT =
      """
      select g.id, g.revision, g.since, g.subject_id, s.name, t.first_name || ' ' || t.last_name,
             c.name, c.color, g.value, g.weight, g.counted, g.kind, g.comment, g.graded_on,
             g.corrected_from
      from grades g
      join subjects s on s.school_id = g.school_id and s.id = g.subject_id
      join staff_members t on t.school_id = g.school_id and t.id = g.teacher_id
      join grade_categories c on c.school_id = g.school_id and c.id = g.category_id
      join school_years y on y.school_id = g.school_id and y.id = g.school_year_id
      where g.school_id = ? and g.pupil_id = ? and y.label || '-' || g.term = ?
        and g.withdrawn_at is null
      order by s.name, s.id, g.graded_on, g.id
      """;

  @Override
  public Category category() {
    return Category.GRADES;
  }

  @Override
  public ObjectNode render(Connection snapshot, DocumentKey key) throws SQLException {
    return FactJson.mapper()
        .valueToTree(
            new DocumentBody.Grades(
                Statements.list(
                    snapshot,
                    SELECT,
                    GradesDocument::item,
                    key.schoolId(),
                    key.audience().id(),
                    key.period())));
  }

  private static DocumentBody.GradeItem item(Row r) throws SQLException {
    return new DocumentBody.GradeItem(
        r.id(1),
        r.number(2),
        r.instant(3),
        r.id(4),
        r.text(5),
        r.text(6),
        r.text(7),
        r.text(8),
        r.text(9),
        r.number(10),
        r.flag(11),
        r.text(12),
        r.text(13),
        r.date(14).toString(),
        r.text(15));
  }
}
