package pl.dziennik.synergia.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import pl.dziennik.support.id.Ids;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.synergia.audit.AuditTrail;
import pl.dziennik.synergia.sql.Sql;
import pl.dziennik.synergia.sync.AccessBumps;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/** Enters a pupil with the guardians into a class; the next free number is theirs for good. */
@ApplicationScoped
@Transactional
class PupilEnrolment {
  private static final ZoneId SCHOOL_ZONE = ZoneId.of("Europe/Warsaw");

  private final EntityManager em;
  private final Sql sql;
  private final CurrentSchool school;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;

  PupilEnrolment(
      EntityManager em, Sql sql, CurrentSchool school, AuditTrail audit, Ids ids, Clock clock) {
    this.em = em;
    this.sql = sql;
    this.school = school;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  record Person(String firstName, String lastName) {}

  /** Guardians are new people, or ids of guardians whose other child is here already. */
  record NewPupil(
      UUID classId,
      Person name,
      LocalDate birthDate,
      List<Person> guardians,
      List<UUID> existingGuardians) {}

  UUID enrol(NewPupil command) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), SCHOOL_ZONE);
    if (command.birthDate().isAfter(today)) {
      throw Problem.unprocessable("birth-date-in-future", "birthDate", "Not a date of birth.");
    }
    lockClass(command.classId());
    UUID pupil = ids.next();
    insert(
        "insert into pupils (school_id, id, first_name, last_name, birth_date)"
            + " values (?1, ?2, ?3, ?4, ?5)",
        pupil,
        command.name().firstName(),
        command.name().lastName(),
        command.birthDate());
    insert(
        "insert into enrolments (school_id, id, pupil_id, class_id, number, from_date)"
            + " values (?1, ?2, ?3, ?4, (select coalesce(max(number), 0) + 1 from enrolments"
            + " where school_id = ?1 and class_id = ?4), ?5)",
        ids.next(),
        pupil,
        command.classId(),
        today);
    command.guardians().forEach(g -> guard(addGuardian(g), pupil));
    command.existingGuardians().forEach(g -> guard(existing(g), pupil));
    sql.with(c -> AccessBumps.forPupils(c, school.id(), List.of(pupil)));
    audit.record("pupil-enrolled", "pupil", pupil.toString());
    return pupil;
  }

  /** Two pupils entered at once take turns, so that numbers stay unique. */
  private void lockClass(UUID classId) {
    if (em.createNativeQuery("select id from classes where school_id = ?1 and id = ?2 for update")
        .setParameter(1, school.id())
        .setParameter(2, classId)
        .getResultList()
        .isEmpty()) {
      throw Problem.unprocessable("unknown-class", "classId", "There is no such class.");
    }
  }

  private UUID addGuardian(Person person) {
    UUID id = ids.next();
    insert(
        "insert into guardians (school_id, id, first_name, last_name) values (?1, ?2, ?3, ?4)",
        id,
        person.firstName(),
        person.lastName());
    return id;
  }

  private UUID existing(UUID guardian) {
    if (em.createNativeQuery("select 1 from guardians where school_id = ?1 and id = ?2")
        .setParameter(1, school.id())
        .setParameter(2, guardian)
        .getResultList()
        .isEmpty()) {
      throw Problem.unprocessable(
          "unknown-guardian", "existingGuardians", "There is no such guardian.");
    }
    return guardian;
  }

  private void guard(UUID guardian, UUID pupil) {
    insert(
        "insert into guardianships (school_id, guardian_id, pupil_id) values (?1, ?2, ?3)"
            + " on conflict do nothing",
        guardian,
        pupil);
  }

  private void insert(String sql, Object... values) {
    var query = em.createNativeQuery(sql).setParameter(1, school.id());
    for (int i = 0; i < values.length; i++) {
      query.setParameter(i + 2, values[i]);
    }
    query.executeUpdate();
  }
}
