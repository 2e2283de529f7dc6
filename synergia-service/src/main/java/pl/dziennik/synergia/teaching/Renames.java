package pl.dziennik.synergia.teaching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.synergia.sql.Sql;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/**
 * Documents carry names. Whoever renames a teacher, a subject or a grade category calls this in the
 * same transaction, before or after the change: it raises the documents of the running school years
 * that contain the name. Items keep revision and {@code since}: a new name is no news.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Renames {
  private static final String GRADES =
      "select distinct g.pupil_id, y.label || '-' || g.term from grades g"
          + " join school_years y on y.school_id = g.school_id and y.id = g.school_year_id"
          + " where g.school_id = ? and y.ends_on >= ? and g.%s = ?";
  private static final String ATTENDANCE =
      "select distinct m.pupil_id, to_char(l.held_on, 'YYYY-MM') from attendance_marks m"
          + " join lessons l on l.school_id = m.school_id and l.id = m.lesson_id"
          + " join classes c on c.school_id = l.school_id and c.id = l.class_id"
          + " join school_years y on y.school_id = c.school_id and y.id = c.school_year_id"
          + " where l.school_id = ? and y.ends_on >= ? and m.code <> 'ob' and l.%s = ?";
  private static final String PLANS =
      "select t.class_id, t.valid_from, t.valid_until from timetable_plans t"
          + " where t.school_id = ? and t.valid_until >= ? and t.%s = ?";

  private final Sql sql;
  private final CurrentSchool school;
  private final Stamps stamps;
  private final Clock clock;

  Renames(Sql sql, CurrentSchool school, Stamps stamps, Clock clock) {
    this.sql = sql;
    this.school = school;
    this.stamps = stamps;
    this.clock = clock;
  }

  public void ofTeacher(UUID staffMember) {
    everywhere("teacher_id", staffMember);
  }

  public void ofSubject(UUID subject) {
    everywhere("subject_id", subject);
  }

  private void everywhere(String column, UUID id) {
    Set<DocumentKey> keys = new TreeSet<>();
    keys.addAll(keys(GRADES.formatted(column), Category.GRADES, id));
    keys.addAll(keys(ATTENDANCE.formatted(column), Category.ATTENDANCE, id));
    keys.addAll(weeks(PLANS.formatted(column), id));
    stamps.raise(keys);
  }

  private List<DocumentKey> keys(String select, Category category, UUID id) {
    return sql.list(
        select,
        r -> stamps.ofPupil(r.id(1), category, r.text(2)),
        school.id(),
        SchoolDay.today(clock),
        id);
  }

  private Set<DocumentKey> weeks(String select, UUID id) {
    Set<DocumentKey> out = new TreeSet<>();
    sql.list(
            select,
            r -> SchoolWeek.documents(school.id(), r.id(1), r.date(2), r.date(3)),
            school.id(),
            SchoolDay.today(clock),
            id)
        .forEach(out::addAll);
    return out;
  }
}
