package pl.dziennik.synergia.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import pl.dziennik.synergia.identity.IdentityProvider;
import pl.dziennik.synergia.teaching.SchoolDay;

/**
 * Makes the demo school step by step; killed in between, it goes on where it was. A finished school
 * is left alone but for the passwords of the printed logins.
 */
@ApplicationScoped
class DemoSchoolMaking {
  private static final Logger LOG = Logger.getLogger(DemoSchoolMaking.class);

  private final DemoProgress progress;
  private final DemoStructure structure;
  private final DemoHistory history;
  private final DemoAccounts accounts;
  private final IdentityProvider identity;
  private final Clock clock;

  DemoSchoolMaking(
      DemoProgress progress,
      DemoStructure structure,
      DemoHistory history,
      DemoAccounts accounts,
      IdentityProvider identity,
      Clock clock) {
    this.progress = progress;
    this.structure = structure;
    this.history = history;
    this.accounts = accounts;
    this.identity = identity;
    this.clock = clock;
  }

  /** The request's school is the demo school already. */
  List<DemoLogin> make(String password) {
    DemoYear year = DemoYear.around(SchoolDay.today(clock));
    progress.once(DemoStep.SCHOOL, () -> structure.school(year));
    progress.once(DemoStep.PEOPLE, () -> structure.people(year));
    progress.once(DemoStep.TEACHING, structure::teaching);
    progress.once(DemoStep.TIMETABLE, () -> structure.timetable(year));
    progress.once(DemoStep.LESSONS, () -> history.lessons(year));
    progress.once(DemoStep.GRADES, () -> history.grades(year));
    List<DemoLogin> logins = DemoLogin.all(year);
    Map<UUID, String> subjects = users(logins, password);
    progress.once(DemoStep.ACCOUNTS, () -> accounts.write(logins, subjects));
    LOG.infof("demo-school=%s ready", DemoIds.SCHOOL);
    return logins;
  }

  /** Users come before the rows: a row without a user would be provisioned a second time. */
  private Map<UUID, String> users(List<DemoLogin> logins, String password) {
    Map<UUID, String> out = new HashMap<>();
    for (DemoLogin login : logins) {
      String subject =
          identity.provision(
              new IdentityProvider.NewUser(
                  login.accountId(), DemoIds.SCHOOL, login.login(), login.kind()));
      identity.setPassword(subject, password);
      out.put(login.accountId(), subject);
    }
    return out;
  }
}
