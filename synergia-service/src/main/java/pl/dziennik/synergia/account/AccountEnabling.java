package pl.dziennik.synergia.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.synergia.access.SignedIn;
import pl.dziennik.synergia.audit.AuditTrail;
import pl.dziennik.synergia.sql.Sql;
import pl.dziennik.synergia.sync.AccessBumps;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/** Blocks an account or opens it again; a blocked one is refused at its next request. */
@ApplicationScoped
@Transactional
class AccountEnabling {
  private final Sql sql;
  private final CurrentSchool school;
  private final SignedIn signedIn;
  private final AuditTrail audit;

  AccountEnabling(Sql sql, CurrentSchool school, SignedIn signedIn, AuditTrail audit) {
    this.sql = sql;
    this.school = school;
    this.signedIn = signedIn;
    this.audit = audit;
  }

  void set(UUID account, boolean enabled) {
    if (account.equals(signedIn.accountId())) {
      throw Problem.of(409, "own-account", "Nobody blocks the account they are signed in with.");
    }
    boolean before =
        sql.first(
                "select enabled from school_accounts where id = ? for no key update",
                r -> r.flag(1),
                account)
            .orElseThrow(Problem::notFound);
    if (before == enabled) {
      return;
    }
    sql.update("update school_accounts set enabled = ? where id = ?", enabled, account);
    sql.with(c -> AccessBumps.forAccounts(c, school.id(), List.of(account)));
    audit.record(
        enabled ? "account-enabled" : "account-disabled", "school-account", account.toString());
  }
}
