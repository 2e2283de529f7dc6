package pl.dziennik.synergia.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import pl.dziennik.support.id.Ids;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.synergia.access.AccountKind;
import pl.dziennik.synergia.access.StaffRole;
import pl.dziennik.synergia.audit.AuditTrail;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/** Gives people numeric logins; Keycloak's users are made afterwards by {@link Provisioning}. */
@ApplicationScoped
@Transactional
public class AccountIssuing {
  private final SchoolAccounts accounts;
  private final EntityManager em;
  private final CurrentSchool school;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;

  AccountIssuing(
      SchoolAccounts accounts,
      EntityManager em,
      CurrentSchool school,
      AuditTrail audit,
      Ids ids,
      Clock clock) {
    this.accounts = accounts;
    this.em = em;
    this.school = school;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** An account just issued, or the one that the person has had. */
  public record Issued(UUID accountId, String login) {}

  /** Issues one account to a member of staff. */
  public Issued toStaff(UUID personId, StaffRole role) {
    SchoolAccount account = accountOf(AccountKind.STAFF, personId);
    accounts.grant(school.id(), account.id(), role);
    return new Issued(account.id(), account.login());
  }

  /**
   * Issues accounts to the pupils of a class and their guardians; who has one keeps it.
   *
   * @return the batch's id
   */
  UUID toClass(UUID classId, UUID author) {
    if (em.createNativeQuery("select 1 from classes where school_id = ?1 and id = ?2")
        .setParameter(1, school.id())
        .setParameter(2, classId)
        .getResultList()
        .isEmpty()) {
      throw Problem.unprocessable("unknown-class", "classId", "There is no such class.");
    }
    UUID batch = ids.next();
    em.createNativeQuery(
            "insert into account_batches (school_id, id, class_id, created_at, created_by)"
                + " values (?1, ?2, ?3, ?4, ?5)")
        .setParameter(1, school.id())
        .setParameter(2, batch)
        .setParameter(3, classId)
        .setParameter(4, clock.instant())
        .setParameter(5, author)
        .executeUpdate();
    people(PUPILS, classId).forEach(p -> join(batch, accountOf(AccountKind.PUPIL, p)));
    people(GUARDIANS, classId).forEach(g -> join(batch, accountOf(AccountKind.GUARDIAN, g)));
    audit.record("accounts-issued", "account-batch", batch.toString());
    return batch;
  }

  private static final String PUPILS =
      "select e.pupil_id from enrolments e where e.school_id = ?1 and e.class_id = ?2"
          + " and e.until_date is null order by e.number";

  private static final String GUARDIANS =
      "select distinct g.guardian_id from enrolments e join guardianships g"
          + " on g.school_id = e.school_id and g.pupil_id = e.pupil_id"
          + " where e.school_id = ?1 and e.class_id = ?2 and e.until_date is null";

  @SuppressWarnings("unchecked") // A native query knows no types.
  private List<UUID> people(String query, UUID classId) {
    return em.createNativeQuery(query)
        .setParameter(1, school.id())
        .setParameter(2, classId)
        .getResultList();
  }

  private SchoolAccount accountOf(AccountKind kind, UUID personId) {
    return accounts
        .ofPerson(kind, personId)
        .orElseGet(
            () -> {
              SchoolAccount account =
                  SchoolAccount.issue(
                      ids.next(), accounts.nextLogin(), kind, personId, clock.instant());
              accounts.persist(account);
              return account;
            });
  }

  private void join(UUID batch, SchoolAccount account) {
    em.flush();
    em.createNativeQuery(
            "insert into account_batch_members (school_id, batch_id, account_id)"
                + " values (?1, ?2, ?3) on conflict do nothing")
        .setParameter(1, school.id())
        .setParameter(2, batch)
        .setParameter(3, account.id())
        .executeUpdate();
  }
}
