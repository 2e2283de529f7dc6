package pl.dziennik.synergia.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.synergia.access.SignedIn;
import pl.dziennik.synergia.audit.AuditTrail;
import pl.dziennik.synergia.revision.IfMatch;
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

  /**
   * @param revision how often this has been changed, from 1
   */
  record Status(boolean enabled, int revision) {}

  Status read(UUID account) {
    return find(account, "");
  }

  /**
   * @param ifMatch tag of the status that the caller has read
   */
  Status set(UUID account, boolean enabled, String ifMatch) {
    if (account.equals(signedIn.accountId())) {
      throw Problem.of(409, "own-account", "Nobody blocks the account they are signed in with.");
    }
    // The lock makes two changes at once take turns: the second one finds another revision.
    Status before = find(account, " for no key update");
    IfMatch.check(ifMatch, before.revision());
    if (before.enabled() == enabled) {
      return before;
    }
    Status after = new Status(enabled, before.revision() + 1);
    sql.update(
        "update school_accounts set enabled = ?, status_revision = ? where id = ?",
        enabled,
        after.revision(),
        account);
    sql.with(c -> AccessBumps.forAccounts(c, school.id(), List.of(account)));
    audit.record(
        enabled ? "account-enabled" : "account-disabled", "school-account", account.toString());
    return after;
  }

  private Status find(UUID account, String lock) {
    return sql.first(
            "select enabled, status_revision from school_accounts where id = ?" + lock,
            r -> new Status(r.flag(1), r.number(2)),
            account)
        .orElseThrow(Problem::notFound);
  }
}
