package pl.dziennik.synergia.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/** Finds the caller's account and says whether it may do this. */
@ApplicationScoped
class AccountAccess {
  private final EntityManager em;
  private final CurrentSchool school;
  private final EntryCondition regulations;

  AccountAccess(EntityManager em, CurrentSchool school, EntryCondition regulations) {
    this.em = em;
    this.school = school;
    this.regulations = regulations;
  }

  /** An enabled account. */
  record Account(UUID id, AccountKind kind, UUID personId) {}

  /**
   * @throws Problem 403 {@code regulations-not-accepted}, or {@code forbidden} for a missing role
   */
  @Transactional
  Optional<Account> find(String subject, List<StaffRole> roles, boolean beforeRegulations) {
    List<?> rows =
        em.createNativeQuery(
                "select id, kind, person_id from school_accounts"
                    + " where school_id = ?1 and subject = ?2 and enabled")
            .setParameter(1, school.id())
            .setParameter(2, subject)
            .getResultList();
    Optional<Account> account =
        rows.stream()
            .findFirst()
            .map(Object[].class::cast)
            .map(r -> new Account((UUID) r[0], AccountKind.valueOf((String) r[1]), (UUID) r[2]));
    account.ifPresent(a -> check(a.id(), roles, beforeRegulations));
    return account;
  }

  private void check(UUID account, List<StaffRole> roles, boolean beforeRegulations) {
    if (!beforeRegulations && !regulations.isMetBy(account)) {
      throw Problem.forbidden("regulations-not-accepted", "Accept the school's regulations first.");
    }
    if (!roles.isEmpty() && !hasOneOf(account, roles)) {
      throw Problem.forbidden("forbidden", "Your role may not do this.");
    }
  }

  private boolean hasOneOf(UUID account, List<StaffRole> roles) {
    return !em.createNativeQuery(
            "select 1 from staff_roles where school_id = ?1 and account_id = ?2 and role in (?3)")
        .setParameter(1, school.id())
        .setParameter(2, account)
        .setParameter(3, roles.stream().map(Enum::name).toList())
        .getResultList()
        .isEmpty();
  }
}
