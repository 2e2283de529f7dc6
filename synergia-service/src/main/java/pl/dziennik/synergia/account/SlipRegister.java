package pl.dziennik.synergia.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.support.id.Ids;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.synergia.audit.AuditTrail;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/** What is printed on slips, which number they have, and that they were handed over. */
@ApplicationScoped
@Transactional
class SlipRegister {
  private static final String PERSON =
      """
      select a.id, a.login, a.subject, a.kind,
             coalesce(s.first_name || ' ' || s.last_name, g.first_name || ' ' || g.last_name,
                      p.first_name || ' ' || p.last_name, ''),
             coalesce((select c.name from enrolments e join classes c
                        on c.school_id = e.school_id and c.id = e.class_id
                      where e.school_id = a.school_id and e.until_date is null
                        and (e.pupil_id = a.person_id or e.pupil_id in (select gs.pupil_id
                             from guardianships gs where gs.school_id = a.school_id
                             and gs.guardian_id = a.person_id))
                      order by c.name limit 1), '')
      from school_accounts a
      left join staff_members s on s.school_id = a.school_id and s.id = a.person_id
      left join guardians g on g.school_id = a.school_id and g.id = a.person_id
      left join pupils p on p.school_id = a.school_id and p.id = a.person_id
      where a.school_id = ?1 and a.id in (?2) order by a.login
      """;

  private final SchoolAccounts accounts;
  private final EntityManager em;
  private final CurrentSchool school;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;

  SlipRegister(
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

  /** An account for which a slip is asked. */
  record Draft(
      UUID accountId,
      String login,
      Optional<String> subject,
      String role,
      String personName,
      String className) {}

  /** What every slip of the school says. */
  record Header(String schoolName, int schoolCode, String reissueContact) {}

  List<UUID> accountsOf(UUID batchId) {
    List<UUID> members = accounts.idsOfBatch(batchId);
    if (members.isEmpty()) {
      throw Problem.notFound();
    }
    return members;
  }

  List<Draft> begin(List<UUID> accountIds) {
    List<?> rows =
        em.createNativeQuery(PERSON)
            .setParameter(1, school.id())
            .setParameter(2, accountIds)
            .getResultList();
    if (rows.size() != accountIds.size()) {
      throw Problem.notFound();
    }
    return rows.stream().map(r -> draft((Object[]) r)).toList();
  }

  Header header() {
    Object[] row =
        (Object[])
            em.createNativeQuery(
                    "select name || ', ' || town, code, reissue_contact from schools where id = ?1")
                .setParameter(1, school.id())
                .getSingleResult();
    return new Header((String) row[0], (Integer) row[1], (String) row[2]);
  }

  /** Notes that a new slip is being printed. */
  void number(UUID accountId) {
    int number = accounts.findByIdOptional(accountId).orElseThrow(Problem::notFound).nextSlip();
    audit.record("slip-printed", "account", accountId.toString(), null, "slip " + number);
  }

  /**
   * Records that the newest slip was handed over against a signed declaration.
   *
   * @return the record's id
   */
  UUID handOver(UUID accountId, LocalDate signedOn, UUID recordedBy) {
    SchoolAccount account = accounts.findByIdOptional(accountId).orElseThrow(Problem::notFound);
    if (account.slipNumber() == 0) {
      throw Problem.of(409, "no-slip", "No slip has been printed for this account.");
    }
    if (signedOn.isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1))) {
      throw Problem.unprocessable(
          "declaration-in-future", "declarationSignedOn", "A declaration is not signed tomorrow.");
    }
    UUID id = ids.next();
    int inserted =
        em.createNativeQuery(
                "insert into hand_overs (school_id, id, account_id, slip_number,"
                    + " declaration_signed_on, recorded_at, recorded_by)"
                    + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict do nothing")
            .setParameter(1, school.id())
            .setParameter(2, id)
            .setParameter(3, accountId)
            .setParameter(4, account.slipNumber())
            .setParameter(5, signedOn)
            .setParameter(6, clock.instant())
            .setParameter(7, recordedBy)
            .executeUpdate();
    if (inserted == 0) {
      throw Problem.of(409, "already-handed-over", "This slip was handed over before.");
    }
    audit.record("slip-handed-over", "account", accountId.toString());
    return id;
  }

  private static Draft draft(Object[] r) {
    return new Draft(
        (UUID) r[0],
        (String) r[1],
        Optional.ofNullable((String) r[2]),
        (String) r[3],
        (String) r[4],
        (String) r[5]);
  }
}
