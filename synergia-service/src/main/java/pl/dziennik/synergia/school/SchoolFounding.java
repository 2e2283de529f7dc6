package pl.dziennik.synergia.school;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import pl.dziennik.support.id.Ids;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.synergia.access.StaffRole;
import pl.dziennik.synergia.account.AccountIssuing;
import pl.dziennik.synergia.audit.AuditTrail;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/** Founds a school with its first administrator, in one transaction. */
@ApplicationScoped
@Transactional
class SchoolFounding {
  private final EntityManager em;
  private final CurrentSchool school;
  private final AccountIssuing issuing;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;

  SchoolFounding(
      EntityManager em,
      CurrentSchool school,
      AccountIssuing issuing,
      AuditTrail audit,
      Ids ids,
      Clock clock) {
    this.em = em;
    this.school = school;
    this.issuing = issuing;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** A school to be; the request's {@link CurrentSchool} already names {@code id}. */
  record NewSchool(
      UUID id,
      String name,
      String town,
      String reissueContact,
      String firstName,
      String lastName) {}

  AccountIssuing.Issued found(NewSchool command) {
    em.createNativeQuery(
            "insert into schools (id, name, town, reissue_contact, epoch, created_at)"
                + " values (?1, ?2, ?3, ?4, ?5, ?6)")
        .setParameter(1, command.id())
        .setParameter(2, command.name())
        .setParameter(3, command.town())
        .setParameter(4, command.reissueContact())
        .setParameter(5, clock.instant().getEpochSecond())
        .setParameter(6, clock.instant())
        .executeUpdate();
    UUID person = ids.next();
    em.createNativeQuery(
            "insert into staff_members (school_id, id, first_name, last_name)"
                + " values (?1, ?2, ?3, ?4)")
        .setParameter(1, school.id())
        .setParameter(2, person)
        .setParameter(3, command.firstName())
        .setParameter(4, command.lastName())
        .executeUpdate();
    AccountIssuing.Issued administrator = issuing.toStaff(person, StaffRole.ADMINISTRATOR);
    audit.record("school-founded", "school", command.id().toString());
    return administrator;
  }

  /**
   * The account of the school's first administrator, for the operator's first slip and reprints.
   */
  UUID firstAdministrator() {
    List<?> found =
        em.createNativeQuery(
                "select r.account_id from staff_roles r where r.school_id = ?1"
                    + " and r.role = 'ADMINISTRATOR' order by r.account_id limit 1")
            .setParameter(1, school.id())
            .getResultList();
    return found.stream().map(UUID.class::cast).findFirst().orElseThrow(Problem::notFound);
  }
}
