package pl.dziennik.synergia.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import pl.dziennik.events.document.Audience;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.synergia.sql.Sql;
import pl.dziennik.synergia.teaching.Stamps;

/**
 * Accounts of the printed logins, of all staff and of the families of the first class. The other
 * classes have none yet: issuing them is part of trying the platform out.
 */
@ApplicationScoped
class DemoAccounts {
  private static final String REGULATIONS =
      """
      Regulamin dziennika elektronicznego szkoły pokazowej.

      1. Dziennik służy rodzicom, uczniom i nauczycielom do wglądu w oceny, frekwencję i plan lekcji.
      2. Login i hasło są osobiste; nikomu się ich nie przekazuje.
      3. O utracie hasła zawiadamia się sekretariat, który wyda nowe.
      4. Wszystkie osoby i zdarzenia w tej szkole są zmyślone.
      """;

  private static final String OTHERS =
      """
      insert into school_accounts (school_id, id, login, kind, person_id, enabled, slip_number,
        created_at)
      select ?, cast('%s' || substr(h.h, 1, 3) || '-8' || substr(h.h, 4, 3) || '-'
               || substr(h.h, 7, 12) as uuid),
             cast(nextval('login_numbers') as text), p.kind, p.id, true, 0, ?
      from (select 'STAFF' as kind, s.id from staff_members s where s.school_id = ?
            union all
            select 'PUPIL', e.pupil_id from enrolments e where e.school_id = ? and e.class_id = ?
            union all
            select distinct 'GUARDIAN', g.guardian_id from guardianships g
            join enrolments e on e.school_id = g.school_id and e.pupil_id = g.pupil_id
            where g.school_id = ? and e.class_id = ?) p
      cross join lateral (select md5(p.kind || p.id) as h) h
      where not exists (select 1 from school_accounts a where a.school_id = ?
                        and a.kind = p.kind and a.person_id = p.id)
      order by p.kind desc, p.id
      """;

  private final Sql sql;
  private final Stamps stamps;
  private final Clock clock;

  DemoAccounts(Sql sql, Stamps stamps, Clock clock) {
    this.sql = sql;
    this.stamps = stamps;
    this.clock = clock;
  }

  /**
   * @param subjects Keycloak's users of the printed logins, by account
   */
  void write(List<DemoLogin> logins, Map<UUID, String> subjects) {
    Instant now = clock.instant();
    logins.forEach(l -> printed(l, subjects.getOrDefault(l.accountId(), ""), now));
    UUID first = DemoStructure.classId(0);
    UUID school = DemoIds.SCHOOL;
    sql.update(
        OTHERS.formatted(DemoIds.PREFIX),
        school,
        now,
        school,
        school,
        first,
        school,
        first,
        school);
    sql.update(
        "insert into staff_roles (school_id, account_id, role) select a.school_id, a.id,"
            + " case when a.person_id = ? then 'ADMINISTRATOR' else 'TEACHER' end"
            + " from school_accounts a where a.school_id = ? and a.kind = 'STAFF'",
        DemoStructure.ADMINISTRATOR,
        school);
    accepted(logins, now);
    stamps.raise(
        sql.list(
            "select id from school_accounts where school_id = ? order by id",
            r ->
                new DocumentKey(
                    school, Audience.account(r.id(1)), Category.ACCESS, DocumentKey.NO_PERIOD),
            school));
  }

  /** Who logs in for the demonstration need not read the regulations first. */
  private void accepted(List<DemoLogin> logins, Instant now) {
    sql.update(
        "insert into regulations (school_id, version, text, published_at, published_by)"
            + " values (?, 1, ?, ?, ?)",
        DemoIds.SCHOOL,
        REGULATIONS,
        now,
        logins.getFirst().accountId());
    sql.update(
        "insert into regulations_acceptances (school_id, account_id, version, accepted_at)"
            + " select ?, a.id, 1, ? from unnest(cast(? as uuid[])) as a(id)",
        DemoIds.SCHOOL,
        now,
        logins.stream().map(DemoLogin::accountId).toList());
  }

  private void printed(DemoLogin login, String subject, Instant now) {
    sql.update(
        "insert into school_accounts (school_id, id, login, kind, person_id, subject, enabled,"
            + " slip_number, created_at) values (?, ?, ?, ?, ?, ?, true, 1, ?)",
        DemoIds.SCHOOL,
        login.accountId(),
        login.login(),
        login.kind(),
        login.personId(),
        subject,
        now);
  }
}
