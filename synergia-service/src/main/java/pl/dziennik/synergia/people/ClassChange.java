package pl.dziennik.synergia.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import pl.dziennik.support.id.Ids;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.sql.Row;
import pl.dziennik.synergia.audit.AuditTrail;
import pl.dziennik.synergia.sql.Sql;
import pl.dziennik.synergia.sync.AccessBumps;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/** Moves a pupil to another class from today; the place in the old class stays as a gap. */
@ApplicationScoped
@Transactional
class ClassChange {
  private static final ZoneId SCHOOL_ZONE = ZoneId.of("Europe/Warsaw");

  private final Sql sql;
  private final CurrentSchool school;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;

  ClassChange(Sql sql, CurrentSchool school, AuditTrail audit, Ids ids, Clock clock) {
    this.sql = sql;
    this.school = school;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @return the id of the new enrolment
   */
  UUID move(UUID pupil, UUID classId) {
    // The pupil's row orders two changes of one pupil, the class's row the numbers in its list.
    if (!sql.exists("select 1 from pupils where id = ? for no key update", pupil)) {
      throw Problem.notFound();
    }
    if (!sql.exists("select 1 from classes where id = ? for update", classId)) {
      throw Problem.unprocessable("unknown-class", "classId", "There is no such class.");
    }
    List<UUID> before =
        sql.list(
            "select class_id from enrolments where pupil_id = ? and until_date is null",
            (Row r) -> r.id(1),
            pupil);
    if (before.contains(classId)) {
      throw Problem.unprocessable("already-in-class", "classId", "The pupil is in this class.");
    }
    UUID enrolment = enrol(pupil, classId, LocalDate.ofInstant(clock.instant(), SCHOOL_ZONE));
    audit.record(
        "class-changed",
        "pupil",
        pupil.toString(),
        before.isEmpty() ? null : before.getFirst().toString(),
        classId.toString());
    sql.with(c -> AccessBumps.forPupils(c, school.id(), List.of(pupil)));
    return enrolment;
  }

  private UUID enrol(UUID pupil, UUID classId, LocalDate today) {
    sql.update(
        "update enrolments set until_date = ? where pupil_id = ? and until_date is null",
        today,
        pupil);
    UUID id = ids.next();
    sql.update(
        "insert into enrolments (school_id, id, pupil_id, class_id, number, from_date)"
            + " values (?, ?, ?, ?, (select coalesce(max(number), 0) + 1 from enrolments"
            + " where class_id = ?), ?)",
        school.id(),
        id,
        pupil,
        classId,
        classId,
        today);
    return id;
  }
}
