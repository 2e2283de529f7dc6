package pl.dziennik.synergia.grade;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.support.sql.Row;
import pl.dziennik.synergia.sql.Sql;
import pl.dziennik.synergia.teaching.Term;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/** The grades of the current school; every state a grade has had is kept with its author. */
@ApplicationScoped
class Grades {
  private static final String SELECT =
      """
      select g.id, g.pupil_id, g.class_id, g.subject_id, g.teacher_id, g.category_id,
             y.id, y.label, g.term, g.value, g.weight, g.counted, g.comment, g.kind, g.graded_on,
             g.corrected_from, g.revision, g.since
      from grades g
      join school_years y on y.school_id = g.school_id and y.id = g.school_year_id
      where g.school_id = ? and g.id = ? and g.withdrawn_at is null
      """;
  private static final String INSERT =
      """
      insert into grades (school_id, id, pupil_id, class_id, subject_id, teacher_id, category_id,
        school_year_id, term, value, weight, counted, comment, kind, graded_on, corrected_from,
        revision, since)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String UPDATE =
      """
      update grades set category_id = ?, value = ?, weight = ?, counted = ?, comment = ?,
        corrected_from = ?, revision = ?, since = ?
      where school_id = ? and id = ? and revision = ? and withdrawn_at is null
      """;

  private final Sql sql;
  private final CurrentSchool school;

  Grades(Sql sql, CurrentSchool school) {
    this.sql = sql;
    this.school = school;
  }

  Optional<Grade> find(UUID id) {
    return sql.first(SELECT, Grades::grade, school.id(), id);
  }

  void add(Grade g) {
    sql.update(
        INSERT,
        school.id(),
        g.id(),
        g.pupilId(),
        g.classId(),
        g.subjectId(),
        g.teacherId(),
        g.categoryId(),
        g.term().schoolYearId(),
        g.term().number(),
        g.state().value(),
        g.state().weight(),
        g.state().counted(),
        g.state().comment(),
        g.kind(),
        g.date(),
        g.correctedFrom(),
        g.revision(),
        g.since());
    keep(g, false, g.teacherId());
  }

  /** False when the grade has had another revision meanwhile, or was withdrawn. */
  boolean replace(Grade g, UUID author) {
    int updated =
        sql.update(
            UPDATE,
            g.categoryId(),
            g.state().value(),
            g.state().weight(),
            g.state().counted(),
            g.state().comment(),
            g.correctedFrom(),
            g.revision(),
            g.since(),
            school.id(),
            g.id(),
            g.revision() - 1);
    if (updated == 1) {
      keep(g, false, author);
    }
    return updated == 1;
  }

  /** False when the grade has had another revision meanwhile, or was withdrawn already. */
  boolean withdraw(Grade g, UUID author, Instant at) {
    int updated =
        sql.update(
            "update grades set withdrawn_at = ?, revision = revision + 1 where school_id = ?"
                + " and id = ? and revision = ? and withdrawn_at is null",
            at,
            school.id(),
            g.id(),
            g.revision());
    if (updated == 1) {
      keep(g.corrected(g.categoryId(), g.state(), at), true, author);
    }
    return updated == 1;
  }

  private void keep(Grade g, boolean withdrawn, UUID author) {
    sql.update(
        "insert into grade_revisions (school_id, grade_id, revision, value, weight, comment,"
            + " withdrawn, author_id, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        school.id(),
        g.id(),
        g.revision(),
        g.state().value(),
        g.state().weight(),
        g.state().comment(),
        withdrawn,
        author,
        g.since());
  }

  private static Grade grade(Row r) throws SQLException {
    return new Grade(
        r.id(1),
        r.id(2),
        r.id(3),
        r.id(4),
        r.id(5),
        r.id(6),
        new Term(r.id(7), r.text(8), r.number(9)),
        new Grade.State(r.text(10), r.number(11), r.flag(12), r.text(13)),
        GradeKind.valueOf(r.text(14)),
        r.date(15),
        r.text(16),
        r.number(17),
        r.instant(18));
  }
}
