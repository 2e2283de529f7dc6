package pl.dziennik.synergia.teaching;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import pl.dziennik.synergia.sql.Sql;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/** Who teaches what to which class, and who is in it. Called inside a use case's transaction. */
@ApplicationScoped
public class Teaching {
  private final Sql sql;
  private final CurrentSchool school;

  Teaching(Sql sql, CurrentSchool school) {
    this.sql = sql;
    this.school = school;
  }

  /** A pupil on the class list. */
  public record ClassMember(UUID pupilId, String firstName, String lastName, int number) {}

  public boolean teaches(UUID teacher, UUID classId, UUID subject) {
    return sql.exists(
        "select 1 from teaching_assignments where school_id = ? and teacher_id = ?"
            + " and class_id = ? and subject_id = ?",
        school.id(),
        teacher,
        classId,
        subject);
  }

  public boolean teachesClass(UUID teacher, UUID classId) {
    return sql.exists(
        "select 1 from teaching_assignments where school_id = ? and teacher_id = ?"
            + " and class_id = ?",
        school.id(),
        teacher,
        classId);
  }

  /** The class list on a day, by number. */
  public List<ClassMember> membersOn(UUID classId, LocalDate day) {
    return sql.list(
        "select p.id, p.first_name, p.last_name, e.number from enrolments e"
            + " join pupils p on p.school_id = e.school_id and p.id = e.pupil_id"
            + " where e.school_id = ? and e.class_id = ? and e.from_date <= ?"
            + " and (e.until_date is null or e.until_date >= ?) order by e.number",
        r -> new ClassMember(r.id(1), r.text(2), r.text(3), r.number(4)),
        school.id(),
        classId,
        day,
        day);
  }

  public boolean isInClass(UUID pupil, UUID classId) {
    return sql.exists(
        "select 1 from enrolments where school_id = ? and class_id = ? and pupil_id = ?"
            + " and until_date is null",
        school.id(),
        classId,
        pupil);
  }

  public Set<UUID> classesOf(Collection<UUID> pupils) {
    return sql
        .list(
            "select class_id from enrolments where school_id = ? and until_date is null"
                + " and pupil_id = any(cast(? as uuid[]))",
            r -> r.id(1),
            school.id(),
            pupils)
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The school year that a class belongs to. */
  public Optional<Term.Year> yearOf(UUID classId) {
    return sql.first(
        "select y.id, y.label, y.starts_on, y.second_term_starts_on, y.ends_on from classes c"
            + " join school_years y on y.school_id = c.school_id and y.id = c.school_year_id"
            + " where c.school_id = ? and c.id = ?",
        r -> new Term.Year(r.id(1), r.text(2), r.date(3), r.date(4), r.date(5)),
        school.id(),
        classId);
  }
}
