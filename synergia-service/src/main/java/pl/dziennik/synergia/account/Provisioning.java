package pl.dziennik.synergia.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.synergia.identity.IdentityProvider.NewUser;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/** The database's side of making Keycloak users: what is waiting, and what is done. */
@ApplicationScoped
@Transactional
class Provisioning {
  private final SchoolAccounts accounts;
  private final CurrentSchool school;

  Provisioning(SchoolAccounts accounts, CurrentSchool school) {
    this.accounts = accounts;
    this.school = school;
  }

  List<UUID> waiting() {
    return accounts.waitingForKeycloak();
  }

  Optional<NewUser> user(UUID accountId) {
    return accounts
        .findByIdOptional(accountId)
        .filter(a -> a.subject().isEmpty())
        .map(a -> new NewUser(a.id(), school.id(), a.login(), a.kind()));
  }

  void done(UUID accountId, String subject) {
    accounts.findByIdOptional(accountId).ifPresent(a -> a.provisioned(subject));
  }
}
