package pl.dziennik.synergia.teaching;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import pl.dziennik.synergia.access.AccountKind;
import pl.dziennik.synergia.access.SignedIn;
import pl.dziennik.synergia.sql.Sql;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/**
 * Whose diary the signed-in person may read: a guardian their children's, a pupil their own, the
 * head and the administrator everybody's. Free insight of families is the law's, so no setting
 * narrows it here.
 */
@ApplicationScoped
public class Insight {
  private final Sql sql;
  private final CurrentSchool school;
  private final SignedIn signedIn;

  Insight(Sql sql, CurrentSchool school, SignedIn signedIn) {
    this.sql = sql;
    this.school = school;
    this.signedIn = signedIn;
  }

  public boolean isStaff() {
    return signedIn.kind() == AccountKind.STAFF;
  }

  public UUID personId() {
    return signedIn.personId();
  }

  /** Head or administrator: reads the whole school and writes no grade. */
  public boolean readsWholeSchool() {
    return isStaff()
        && sql.exists(
            "select 1 from staff_roles where school_id = ? and account_id = ?"
                + " and role in ('ADMINISTRATOR', 'HEAD')",
            school.id(),
            signedIn.accountId());
  }

  /** The pupil themself, or the guardian's children. */
  public List<UUID> ownPupils() {
    return switch (signedIn.kind()) {
      case STAFF -> List.of();
      case PUPIL -> List.of(signedIn.personId());
      case GUARDIAN ->
          sql.list(
              "select pupil_id from guardianships where school_id = ? and guardian_id = ?"
                  + " order by pupil_id",
              r -> r.id(1),
              school.id(),
              signedIn.personId());
    };
  }

  /** True for family, and for those who read the whole school when the pupil exists in it. */
  public boolean readsAllOf(UUID pupil) {
    return ownPupils().contains(pupil)
        || (readsWholeSchool()
            && sql.exists(
                "select 1 from pupils where school_id = ? and id = ?", school.id(), pupil));
  }
}
