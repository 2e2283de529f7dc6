package pl.dziennik.synergia.school;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import pl.dziennik.support.id.Ids;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.synergia.audit.AuditTrail;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/** School years and classes: simple records, so one small use case for both. */
@ApplicationScoped
@Transactional
class Structure {
  private final EntityManager em;
  private final CurrentSchool school;
  private final AuditTrail audit;
  private final Ids ids;

  Structure(EntityManager em, CurrentSchool school, AuditTrail audit, Ids ids) {
    this.em = em;
    this.school = school;
    this.audit = audit;
    this.ids = ids;
  }

  record Year(
      UUID id, String label, LocalDate startsOn, LocalDate secondTermStartsOn, LocalDate endsOn) {}

  record ClassRow(UUID id, UUID schoolYearId, String name, int level, long pupils) {}

  UUID addYear(String label, LocalDate starts, LocalDate secondTerm, LocalDate ends) {
    if (!starts.isBefore(secondTerm) || !secondTerm.isBefore(ends)) {
      throw Problem.unprocessable(
          "dates-out-of-order", "secondTermStartsOn", "The second term begins within the year.");
    }
    UUID id = ids.next();
    int inserted =
        em.createNativeQuery(
                "insert into school_years (school_id, id, label, starts_on,"
                    + " second_term_starts_on, ends_on) values (?1, ?2, ?3, ?4, ?5, ?6)"
                    + " on conflict do nothing")
            .setParameter(1, school.id())
            .setParameter(2, id)
            .setParameter(3, label)
            .setParameter(4, starts)
            .setParameter(5, secondTerm)
            .setParameter(6, ends)
            .executeUpdate();
    requireNew(inserted, "label", "This school year exists.");
    audit.record("school-year-added", "school-year", id.toString());
    return id;
  }

  UUID addClass(UUID yearId, String name, int level) {
    if (years().stream().noneMatch(y -> y.id().equals(yearId))) {
      throw Problem.unprocessable(
          "unknown-school-year", "schoolYearId", "There is no such school year.");
    }
    UUID id = ids.next();
    int inserted =
        em.createNativeQuery(
                "insert into classes (school_id, id, school_year_id, name, level)"
                    + " values (?1, ?2, ?3, ?4, ?5) on conflict do nothing")
            .setParameter(1, school.id())
            .setParameter(2, id)
            .setParameter(3, yearId)
            .setParameter(4, name)
            .setParameter(5, level)
            .executeUpdate();
    requireNew(inserted, "name", "This class exists.");
    audit.record("class-added", "class", id.toString());
    return id;
  }

  List<Year> years() {
    List<?> rows =
        em.createNativeQuery(
                "select id, label, starts_on, second_term_starts_on, ends_on from school_years"
                    + " where school_id = ?1 order by label")
            .setParameter(1, school.id())
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(r -> new Year((UUID) r[0], (String) r[1], date(r[2]), date(r[3]), date(r[4])))
        .toList();
  }

  List<ClassRow> classes() {
    List<?> rows =
        em.createNativeQuery(
                "select c.id, c.school_year_id, c.name, c.level, (select count(*) from enrolments e"
                    + " where e.school_id = c.school_id and e.class_id = c.id"
                    + " and e.until_date is null)"
                    + " from classes c where c.school_id = ?1 order by c.level, c.name, c.id")
            .setParameter(1, school.id())
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            r ->
                new ClassRow(
                    (UUID) r[0],
                    (UUID) r[1],
                    (String) r[2],
                    ((Number) r[3]).intValue(),
                    ((Number) r[4]).longValue()))
        .toList();
  }

  private static LocalDate date(Object value) {
    return value instanceof LocalDate d ? d : ((java.sql.Date) value).toLocalDate();
  }

  private static void requireNew(int inserted, String field, String detail) {
    if (inserted == 0) {
      throw Problem.of(409, "already-exists", detail).field(field, detail);
    }
  }
}
