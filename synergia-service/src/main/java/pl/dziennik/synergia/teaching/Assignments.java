package pl.dziennik.synergia.teaching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import pl.dziennik.synergia.sql.Sql;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/** Who teaches what: all of it for head and administrator, the own part for a teacher. */
@ApplicationScoped
@Transactional
class Assignments {
  private final Sql sql;
  private final CurrentSchool school;
  private final Insight insight;

  Assignments(Sql sql, CurrentSchool school, Insight insight) {
    this.sql = sql;
    this.school = school;
    this.insight = insight;
  }

  record Assignment(
      UUID id,
      UUID teacherId,
      String teacher,
      UUID subjectId,
      String subject,
      UUID classId,
      String className) {}

  List<Assignment> visible() {
    return sql.list(
        "select a.id, a.teacher_id, t.first_name || ' ' || t.last_name, a.subject_id, s.name,"
            + " a.class_id, c.name from teaching_assignments a"
            + " join staff_members t on t.school_id = a.school_id and t.id = a.teacher_id"
            + " join subjects s on s.school_id = a.school_id and s.id = a.subject_id"
            + " join classes c on c.school_id = a.school_id and c.id = a.class_id"
            + " where a.school_id = ? and (? or a.teacher_id = ?)"
            + " order by c.level, c.name, s.name, a.id",
        r -> new Assignment(r.id(1), r.id(2), r.text(3), r.id(4), r.text(5), r.id(6), r.text(7)),
        school.id(),
        insight.readsWholeSchool(),
        insight.personId());
  }
}
