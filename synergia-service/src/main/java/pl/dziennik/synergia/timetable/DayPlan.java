package pl.dziennik.synergia.timetable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.sql.Row;
import pl.dziennik.synergia.sql.Sql;
import pl.dziennik.synergia.teaching.Insight;
import pl.dziennik.synergia.teaching.Teaching;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/** The plan resolved to one day: free days taken out, lessons held marked. */
@ApplicationScoped
@Transactional
class DayPlan {
  private static final String SELECT =
      """
      select t.class_id, c.name, t.number, coalesce(to_char(b.starts_at, 'HH24:MI'), ''),
             coalesce(to_char(b.ends_at, 'HH24:MI'), ''), t.subject_id, s.name,
             m.first_name || ' ' || m.last_name, t.room, l.id
      from timetable_plans t
      join classes c on c.school_id = t.school_id and c.id = t.class_id
      join subjects s on s.school_id = t.school_id and s.id = t.subject_id
      join staff_members m on m.school_id = t.school_id and m.id = t.teacher_id
      left join bell_times b on b.school_id = t.school_id and b.number = t.number
      left join lessons l on l.school_id = t.school_id and l.class_id = t.class_id
           and l.held_on = ? and l.number = t.number and l.teacher_id = t.teacher_id
      where t.school_id = ? and t.weekday = ? and ? between t.valid_from and t.valid_until
        and not exists (select 1 from free_days f where f.school_id = t.school_id and f.day = ?)
        and %s
      order by t.number, c.name, t.id
      """;

  private final Sql sql;
  private final CurrentSchool school;
  private final Teaching teaching;
  private final Insight insight;

  DayPlan(Sql sql, CurrentSchool school, Teaching teaching, Insight insight) {
    this.sql = sql;
    this.school = school;
    this.teaching = teaching;
    this.insight = insight;
  }

  /** A lesson of that day; {@code held} once its topic is entered. */
  record Line(
      UUID classId,
      String className,
      int number,
      String startsAt,
      String endsAt,
      UUID subjectId,
      String subject,
      String teacher,
      String room,
      Optional<UUID> held) {}

  /** A teacher's own day; a family names one of its classes. */
  List<Line> own(LocalDate day) {
    if (insight.isStaff()) {
      return lines(day, "t.teacher_id = ?", insight.personId());
    }
    Set<UUID> classes = teaching.classesOf(insight.ownPupils());
    if (classes.size() != 1) {
      throw Problem.of(400, "invalid-request", "Name the class.")
          .field("classId", "is needed with children in several classes");
    }
    return lines(day, "t.class_id = ?", classes.iterator().next());
  }

  List<Line> ofClass(UUID classId, LocalDate day) {
    boolean reads =
        teaching.classesOf(insight.ownPupils()).contains(classId)
            || (insight.isStaff() && teaching.teachesClass(insight.personId(), classId))
            || (insight.readsWholeSchool() && teaching.yearOf(classId).isPresent());
    if (!reads) {
      throw Problem.notFound();
    }
    return lines(day, "t.class_id = ?", classId);
  }

  private List<Line> lines(LocalDate day, String whose, UUID id) {
    return sql.list(
        SELECT.formatted(whose),
        DayPlan::line,
        day,
        school.id(),
        day.getDayOfWeek().getValue(),
        day,
        day,
        id);
  }

  private static Line line(Row r) throws SQLException {
    return new Line(
        r.id(1),
        r.text(2),
        r.number(3),
        r.text(4),
        r.text(5),
        r.id(6),
        r.text(7),
        r.text(8),
        r.text(9),
        r.optionalId(10));
  }
}
