package pl.dziennik.synergia.lesson;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.support.id.Ids;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.sql.Row;
import pl.dziennik.synergia.sql.Sql;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/** The lessons held in the current school. */
@ApplicationScoped
class Lessons {
  private static final String SELECT =
      """
      select l.id, l.class_id, c.name, l.subject_id, s.name, l.teacher_id, l.held_on, l.number,
             l.topic
      from lessons l
      join classes c on c.school_id = l.school_id and c.id = l.class_id
      join subjects s on s.school_id = l.school_id and s.id = l.subject_id
      where l.school_id = ? and %s
      order by l.held_on, l.number, l.id
      """;

  private final Sql sql;
  private final CurrentSchool school;
  private final Ids ids;

  Lessons(Sql sql, CurrentSchool school, Ids ids) {
    this.sql = sql;
    this.school = school;
    this.ids = ids;
  }

  record Lesson(
      UUID id,
      UUID classId,
      String className,
      UUID subjectId,
      String subject,
      UUID teacherId,
      LocalDate date,
      int number,
      String topic) {}

  /**
   * @throws Problem 409 {@code lesson-already-recorded}
   */
  UUID add(HoldLesson l, Instant at) {
    UUID id = ids.next();
    int inserted =
        sql.update(
            "insert into lessons (school_id, id, class_id, subject_id, teacher_id, held_on, number,"
                + " topic, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
            school.id(),
            id,
            l.classId(),
            l.subjectId(),
            l.teacher(),
            l.date(),
            l.number(),
            l.topic(),
            at);
    if (inserted == 0) {
      throw Problem.of(409, "lesson-already-recorded", "This lesson has its topic already.")
          .field("number", "recorded already");
    }
    return id;
  }

  List<Lesson> ofTeacher(UUID teacher, LocalDate day) {
    return sql.list(
        SELECT.formatted("l.teacher_id = ? and l.held_on = ?"),
        Lessons::lesson,
        school.id(),
        teacher,
        day);
  }

  Optional<Lesson> find(UUID id) {
    return sql.first(SELECT.formatted("l.id = ?"), Lessons::lesson, school.id(), id);
  }

  private static Lesson lesson(Row r) throws SQLException {
    return new Lesson(
        r.id(1),
        r.id(2),
        r.text(3),
        r.id(4),
        r.text(5),
        r.id(6),
        r.date(7),
        r.number(8),
        r.text(9));
  }
}
