package pl.dziennik.synergia.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.synergia.access.AccountKind;
import pl.dziennik.synergia.access.StaffRole;

/** The accounts of the current school. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class SchoolAccounts implements PanacheRepositoryBase<SchoolAccount, UUID> {

  public Optional<SchoolAccount> ofSubject(String subject) {
    return find("subject", subject).firstResultOptional();
  }

  Optional<SchoolAccount> ofPerson(AccountKind kind, UUID personId) {
    return find("kind = ?1 and personId = ?2", kind, personId).firstResultOptional();
  }

  @SuppressWarnings("unchecked") // A native query knows no types.
  List<UUID> idsOfBatch(UUID batchId) {
    return getEntityManager()
        .createNativeQuery("select account_id from account_batch_members where batch_id = ?1")
        .setParameter(1, batchId)
        .getResultList();
  }

  List<SchoolAccount> all(Collection<UUID> ids) {
    return find("id in ?1 order by login", ids).list();
  }

  List<UUID> waitingForKeycloak() {
    return find("subject is null order by id").stream().map(SchoolAccount::id).toList();
  }

  /** The next login: a number, unique over all schools. */
  String nextLogin() {
    return getEntityManager()
        .createNativeQuery("select nextval('login_numbers')")
        .getSingleResult()
        .toString();
  }

  @SuppressWarnings("unchecked") // A native query knows no types.
  List<String> rolesOf(UUID accountId) {
    return getEntityManager()
        .createNativeQuery("select role from staff_roles where account_id = ?1 order by role")
        .setParameter(1, accountId)
        .getResultList();
  }

  void grant(UUID schoolId, UUID accountId, StaffRole role) {
    getEntityManager()
        .createNativeQuery(
            "insert into staff_roles (school_id, account_id, role) values (?1, ?2, ?3)"
                + " on conflict do nothing")
        .setParameter(1, schoolId)
        .setParameter(2, accountId)
        .setParameter(3, role.name())
        .executeUpdate();
  }
}
