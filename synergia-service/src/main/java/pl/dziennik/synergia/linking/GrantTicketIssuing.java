package pl.dziennik.synergia.linking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import pl.dziennik.events.document.Category;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.sql.Row;
import pl.dziennik.synergia.access.EntryCondition;
import pl.dziennik.synergia.access.SignedIn;
import pl.dziennik.synergia.audit.AuditTrail;
import pl.dziennik.synergia.sql.Sql;
import pl.dziennik.synergia.sync.GrantTicket;
import pl.dziennik.synergia.sync.GrantTickets;

/** The person who has just signed in lets one link of one consumer account see their pupils. */
@ApplicationScoped
@Transactional
class GrantTicketIssuing {
  private static final String ACCOUNT =
      """
      select a.school_id, s.name, a.login, a.subject, s.epoch,
             coalesce(g.first_name || ' ' || g.last_name, p.first_name || ' ' || p.last_name)
      from school_accounts a
      join schools s on s.id = a.school_id
      left join guardians g on g.school_id = a.school_id and g.id = a.person_id
      left join pupils p on p.school_id = a.school_id and p.id = a.person_id
      where a.id = ? and a.kind <> 'STAFF'
      """;
  private static final String PUPILS =
      """
      select p.id, p.first_name, p.last_name, coalesce(c.name, '')
      from pupils p
      left join enrolments e on e.school_id = p.school_id and e.pupil_id = p.id
           and e.until_date is null
      left join classes c on c.school_id = e.school_id and c.id = e.class_id
      where p.id = ? or p.id in (select w.pupil_id from guardianships w where w.guardian_id = ?)
      order by p.last_name, p.first_name, p.id
      """;

  private final Sql sql;
  private final SignedIn signedIn;
  private final EntryCondition regulations;
  private final GrantTickets tickets;
  private final AuditTrail audit;
  private final Clock clock;

  GrantTicketIssuing(
      Sql sql,
      SignedIn signedIn,
      EntryCondition regulations,
      GrantTickets tickets,
      AuditTrail audit,
      Clock clock) {
    this.sql = sql;
    this.signedIn = signedIn;
    this.regulations = regulations;
    this.tickets = tickets;
    this.audit = audit;
    this.clock = clock;
  }

  /** The account that signs, with the school it belongs to. */
  record Granting(
      UUID schoolId, String schoolName, String login, String subject, long epoch, String name) {}

  /** A signed ticket with what the consent page has to name. */
  record Issued(
      String ticket,
      Granting by,
      List<GrantTicketResource.PupilResponse> pupils,
      Set<Category> categories) {}

  Issued issue(UUID linkId, UUID consumerAccountId) {
    UUID account = signedIn.accountId();
    if (!regulations.isMetBy(account)) {
      throw Problem.of(
          409, "regulations-not-accepted", "Accept the school's regulations at /school first.");
    }
    Granting by =
        sql.first(ACCOUNT, GrantTicketIssuing::granting, account)
            .orElseThrow(GrantTicketIssuing::nothingToLink);
    List<GrantTicketResource.PupilResponse> pupils =
        sql.list(PUPILS, GrantTicketIssuing::pupil, signedIn.personId(), signedIn.personId());
    if (pupils.isEmpty()) {
      throw nothingToLink();
    }
    String ticket =
        tickets.sign(
            new GrantTicket(
                by.schoolId(),
                linkId,
                consumerAccountId,
                account,
                by.subject(),
                pupils.stream().map(GrantTicketResource.PupilResponse::id).toList(),
                clock.instant()));
    audit.record("grant-ticket-issued", "school-account", account.toString());
    return new Issued(ticket, by, pupils, shared());
  }

  private Set<Category> shared() {
    Set<Category> categories = EnumSet.allOf(Category.class);
    categories.remove(Category.ACCESS);
    sql.list("select category from sharing_policy", (Row r) -> Category.valueOf(r.text(1)))
        .forEach(categories::remove);
    return categories;
  }

  private static Problem nothingToLink() {
    return Problem.of(409, "nothing-to-link", "This account sees no pupil that could be linked.");
  }

  private static Granting granting(Row r) throws SQLException {
    return new Granting(r.id(1), r.text(2), r.text(3), r.text(4), r.big(5), r.text(6));
  }

  private static GrantTicketResource.PupilResponse pupil(Row r) throws SQLException {
    return new GrantTicketResource.PupilResponse(r.id(1), r.text(2), r.text(3), r.text(4));
  }
}
