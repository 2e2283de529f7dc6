package pl.dziennik.synergia.timetable;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.support.sql.Row;
import pl.dziennik.synergia.sql.Sql;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/** The entries of the plans of the current school. */
@ApplicationScoped
class Plans {
  private static final String SELECT =
      """
      select t.id, t.class_id, c.name, t.weekday, t.number, t.subject_id, s.name, t.teacher_id,
             m.first_name || ' ' || m.last_name, t.room, t.valid_from, t.valid_until, t.revision
      from timetable_plans t
      join classes c on c.school_id = t.school_id and c.id = t.class_id
      join subjects s on s.school_id = t.school_id and s.id = t.subject_id
      join staff_members m on m.school_id = t.school_id and m.id = t.teacher_id
      where t.school_id = ? and %s
      order by t.weekday, t.number, t.id
      """;
  private static final String CLASH =
      """
      select 1 from timetable_plans where school_id = ? and weekday = ? and number = ?
        and valid_from <= ? and valid_until >= ? and (class_id = ? or teacher_id = ?)
      """;

  private final Sql sql;
  private final CurrentSchool school;

  Plans(Sql sql, CurrentSchool school) {
    this.sql = sql;
    this.school = school;
  }

  /** A lesson that returns every week. */
  record Entry(
      UUID id,
      UUID classId,
      String className,
      int weekday,
      int number,
      UUID subjectId,
      String subject,
      UUID teacherId,
      String teacher,
      String room,
      LocalDate validFrom,
      LocalDate validUntil,
      int revision) {}

  /** An entry to be made. */
  record NewEntry(
      UUID classId,
      int weekday,
      int number,
      UUID subjectId,
      UUID teacherId,
      String room,
      LocalDate validFrom,
      LocalDate validUntil) {}

  /** Two editors of the school's plan take turns, so that nobody is planned twice. */
  void lock() {
    sql.list(
        "select 1 from (select pg_advisory_xact_lock(hashtext('timetable ' || ?))) l",
        r -> r.number(1),
        school.id().toString());
  }

  boolean clashes(NewEntry e) {
    return sql.exists(
        CLASH,
        school.id(),
        e.weekday(),
        e.number(),
        e.validUntil(),
        e.validFrom(),
        e.classId(),
        e.teacherId());
  }

  void add(UUID id, NewEntry e, Instant since) {
    sql.update(
        "insert into timetable_plans (school_id, id, class_id, weekday, number, subject_id,"
            + " teacher_id, room, valid_from, valid_until, revision, since)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)",
        school.id(),
        id,
        e.classId(),
        e.weekday(),
        e.number(),
        e.subjectId(),
        e.teacherId(),
        e.room(),
        e.validFrom(),
        e.validUntil(),
        since);
  }

  boolean remove(UUID id, int revision) {
    return sql.update(
            "delete from timetable_plans where school_id = ? and id = ? and revision = ?",
            school.id(),
            id,
            revision)
        == 1;
  }

  Optional<Entry> find(UUID id) {
    return sql.first(SELECT.formatted("t.id = ?"), Plans::entry, school.id(), id);
  }

  List<Entry> ofClass(UUID classId) {
    return sql.list(SELECT.formatted("t.class_id = ?"), Plans::entry, school.id(), classId);
  }

  /** The usual school day, for a school that has not set its bells. */
  void ringUsualBells() {
    sql.update(
        "insert into bell_times (school_id, number, starts_at, ends_at)"
            + " select ?, n, time '08:00' + (n - 1) * interval '55 minutes',"
            + " time '08:45' + (n - 1) * interval '55 minutes' from generate_series(1, 9) n"
            + " where not exists (select 1 from bell_times where school_id = ?)"
            + " on conflict do nothing",
        school.id(),
        school.id());
  }

  private static Entry entry(Row r) throws SQLException {
    return new Entry(
        r.id(1),
        r.id(2),
        r.text(3),
        r.number(4),
        r.number(5),
        r.id(6),
        r.text(7),
        r.id(8),
        r.text(9),
        r.text(10),
        r.date(11),
        r.date(12),
        r.number(13));
  }
}
