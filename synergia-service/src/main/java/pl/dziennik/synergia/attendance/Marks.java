package pl.dziennik.synergia.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.support.id.Ids;
import pl.dziennik.support.sql.Row;
import pl.dziennik.synergia.sql.Sql;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/** The marks of the current school. */
@ApplicationScoped
public class Marks {
  private static final String SELECT =
      """
      select m.id, m.pupil_id, m.code, m.revision, m.since, l.id, l.class_id, l.subject_id,
             s.name, t.first_name || ' ' || t.last_name, l.teacher_id, l.held_on, l.number
      from attendance_marks m
      join lessons l on l.school_id = m.school_id and l.id = m.lesson_id
      join subjects s on s.school_id = l.school_id and s.id = l.subject_id
      join staff_members t on t.school_id = l.school_id and t.id = l.teacher_id
      where m.school_id = ? and %s
      order by l.held_on, l.number, m.id
      """;

  private final Sql sql;
  private final CurrentSchool school;
  private final Ids ids;

  Marks(Sql sql, CurrentSchool school, Ids ids) {
    this.sql = sql;
    this.school = school;
    this.ids = ids;
  }

  /** A mark with its lesson. */
  record Mark(
      UUID id,
      UUID pupilId,
      AttendanceCode code,
      int revision,
      Instant since,
      UUID lessonId,
      UUID classId,
      UUID subjectId,
      String subject,
      String teacher,
      UUID teacherId,
      LocalDate date,
      int number) {}

  /** What was noted of a pupil in one lesson. */
  public record Noted(UUID id, UUID pupilId, AttendanceCode code, int revision) {}

  /** Writes a whole roll call in one statement. */
  public void add(UUID lesson, Map<UUID, AttendanceCode> codes, Instant since) {
    List<UUID> pupils = new ArrayList<>(codes.keySet());
    sql.update(
        "insert into attendance_marks (school_id, id, lesson_id, pupil_id, code, revision, since)"
            + " select ?, m.id, ?, m.pupil, m.code, 1, ?"
            + " from unnest(cast(? as uuid[]), cast(? as uuid[]), cast(? as text[]))"
            + " as m(id, pupil, code)",
        school.id(),
        lesson,
        since,
        pupils.stream().map(p -> ids.next()).toList(),
        pupils,
        codes.values().stream().map(AttendanceCode::symbol).toList());
  }

  public List<Noted> ofLesson(UUID lesson) {
    return sql.list(
        "select m.id, m.pupil_id, m.code, m.revision from attendance_marks m"
            + " join pupils p on p.school_id = m.school_id and p.id = m.pupil_id"
            + " where m.school_id = ? and m.lesson_id = ?"
            + " order by p.last_name, p.first_name, p.id",
        r -> new Noted(r.id(1), r.id(2), code(r.text(3)), r.number(4)),
        school.id(),
        lesson);
  }

  Optional<Mark> find(UUID id) {
    return sql.first(SELECT.formatted("m.id = ?"), Marks::mark, school.id(), id);
  }

  List<Mark> ofPupil(UUID pupil, LocalDate from, LocalDate until) {
    return sql.list(
        SELECT.formatted("m.pupil_id = ? and l.held_on between ? and ?"),
        Marks::mark,
        school.id(),
        pupil,
        from,
        until);
  }

  /** False when the mark has had another revision meanwhile. */
  boolean replace(Mark mark, AttendanceCode code, Instant since) {
    return sql.update(
            "update attendance_marks set code = ?, revision = revision + 1, since = ?"
                + " where school_id = ? and id = ? and revision = ?",
            code.symbol(),
            since,
            school.id(),
            mark.id(),
            mark.revision())
        == 1;
  }

  private static Mark mark(Row r) throws SQLException {
    return new Mark(
        r.id(1),
        r.id(2),
        code(r.text(3)),
        r.number(4),
        r.instant(5),
        r.id(6),
        r.id(7),
        r.id(8),
        r.text(9),
        r.text(10),
        r.id(11),
        r.date(12),
        r.number(13));
  }

  private static AttendanceCode code(String symbol) {
    return AttendanceCode.of(symbol).orElseThrow();
  }
}
