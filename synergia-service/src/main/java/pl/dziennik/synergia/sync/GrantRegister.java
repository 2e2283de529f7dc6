package pl.dziennik.synergia.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.support.sql.Statements;

/**
 * Sync rule 6: the grant of a link, LIVE &lt; ENDED. LIVE counts only with the ticket that was
 * signed for this link, and only in the epoch that it names; ENDED is final and always taken.
 */
public final class GrantRegister {
  private static final String LIVE =
      """
      insert into grants (school_id, link_id, state, confirmed_epoch, account_id,
                          consumer_account_id, ticket_issued_at)
      values (?, ?, 'LIVE', ?, ?, ?, ?)
      on conflict (school_id, link_id) do update
      set state = 'LIVE', confirmed_epoch = excluded.confirmed_epoch,
          account_id = excluded.account_id, consumer_account_id = excluded.consumer_account_id,
          ticket_issued_at = excluded.ticket_issued_at
      where grants.state <> 'ENDED'
      """;
  private static final String ENDED =
      """
      insert into grants (school_id, link_id, state, confirmed_epoch, account_id,
                          consumer_account_id, ticket_issued_at, ended_at)
      values (?, ?, 'ENDED', ?, ?, ?, ?, clock_timestamp())
      on conflict (school_id, link_id) do update
      set state = 'ENDED', ended_at = coalesce(grants.ended_at, excluded.ended_at)
      """;

  private final GrantTickets tickets;

  public GrantRegister(GrantTickets tickets) {
    this.tickets = tickets;
  }

  /** What became of a LIVE or ENDED. */
  public sealed interface Answer {
    /** Taken, or taken before. */
    record Taken(long epoch) implements Answer {}

    /** Meant for another epoch of the school. */
    record EpochDiffers(long epoch) implements Answer {}

    /** The end is final. */
    record Ended() implements Answer {}

    /** Nobody signed in for this. */
    record BadTicket() implements Answer {}

    record NoSuchSchool() implements Answer {}
  }

  /** Applies LIVE(link, epoch, ticket). */
  public Answer live(Connection tx, UUID school, UUID link, long epoch, String jws)
      throws SQLException {
    Optional<GrantTicket> ticket = ticket(school, link, jws);
    if (ticket.isEmpty()) {
      return new Answer.BadTicket();
    }
    var current = Epochs.held(tx, school);
    if (current.isEmpty()) {
      return new Answer.NoSuchSchool();
    }
    if (current.getAsLong() != epoch) {
      return new Answer.EpochDiffers(current.getAsLong());
    }
    GrantTicket t = ticket.get();
    int rows =
        Statements.update(
            tx, LIVE, school, link, epoch, t.accountId(), t.consumerAccountId(), t.issuedAt());
    if (rows == 0) {
      return new Answer.Ended();
    }
    cover(tx, t);
    return new Answer.Taken(epoch);
  }

  /** Applies ENDED(link), also when no LIVE was ever seen; the ticket only says whose it was. */
  public Answer ended(Connection tx, UUID school, UUID link, String jws) throws SQLException {
    var current = Epochs.held(tx, school);
    if (current.isEmpty()) {
      return new Answer.NoSuchSchool();
    }
    Optional<GrantTicket> t = ticket(school, link, jws);
    Statements.update(
        tx,
        ENDED,
        school,
        link,
        current.getAsLong(),
        t.map(GrantTicket::accountId).orElse(null),
        t.map(GrantTicket::consumerAccountId).orElse(null),
        t.map(GrantTicket::issuedAt).orElse(null));
    Statements.update(
        tx, "delete from grant_pupils where school_id = ? and link_id = ?", school, link);
    return new Answer.Taken(current.getAsLong());
  }

  private Optional<GrantTicket> ticket(UUID school, UUID link, String jws) {
    return tickets.verify(jws).filter(t -> t.schoolId().equals(school) && t.linkId().equals(link));
  }

  private static void cover(Connection tx, GrantTicket ticket) throws SQLException {
    Statements.update(
        tx,
        "delete from grant_pupils where school_id = ? and link_id = ?"
            + " and pupil_id <> all (cast(? as uuid[]))",
        ticket.schoolId(),
        ticket.linkId(),
        ticket.pupils());
    Statements.update(
        tx,
        "insert into grant_pupils (school_id, link_id, pupil_id)"
            + " select ?, ?, p from unnest(cast(? as uuid[])) as p on conflict do nothing",
        ticket.schoolId(),
        ticket.linkId(),
        ticket.pupils());
  }
}
