package pl.dziennik.linking.link;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.linking.sync.EndReason;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** Links before ACTIVE. Plain JDBC, inside the caller's transaction. */
public final class PendingLinks {
  private static final String WAITING =
      " status in ('AWAITING_LOGIN', 'AWAITING_CONSENT', 'AWAITING_GUARDIAN')";
  private static final String LEAVE =
      "update links set status = ?, end_reason = ?, ended_at = clock_timestamp(), ticket = '',"
          + " login = '', version = version + 1 where id = ? and"
          + WAITING;
  private static final String SIGNED_IN =
      """
      update links set status = 'AWAITING_CONSENT', school_id = ?, synergia_account_id = ?,
        ticket = ?, ticket_issued_at = ?, school_name = ?, login = ?, expires_at = ?,
        version = version + 1
      where id = ? and status = 'AWAITING_LOGIN'
      """;

  /**
   * The row stays its day: it counts against what one address may get in an hour. One that is being
   * sent at this moment goes: nobody waits for a mail server here.
   */
  private static final String TAKE_MAILS_BACK =
      """
      update mails set data = '{}', sent_at = coalesce(sent_at, clock_timestamp())
      where id in (select id from mails where about = ? for update skip locked)
      """;

  private PendingLinks() {}

  /** State and PKCE verifier of a login under way. */
  public record Login(String state, String codeVerifier) {}

  /** The school's side of a link, once somebody has signed in there. */
  public record SchoolSide(
      UUID schoolId, UUID synergiaAccountId, String ticket, Instant ticketIssuedAt) {}

  public static void begin(
      Connection tx, PendingLink link, String platform, Login login, Instant now)
      throws SQLException {
    Statements.update(
        tx,
        "insert into links (id, account_id, status, platform, created_at, expires_at)"
            + " values (?, ?, ?, ?, ?, ?)",
        link.id(),
        link.accountId(),
        link.status(),
        platform,
        now,
        link.expiresAt());
    Statements.update(
        tx,
        "insert into link_logins (link_id, state, code_verifier) values (?, ?, ?)",
        link.id(),
        login.state(),
        login.codeVerifier());
  }

  /** The link if it still waits for something, whosever it is; its row is locked. */
  public static Optional<PendingLink> lock(Connection tx, UUID id) throws SQLException {
    return Statements.list(
            tx,
            "select id, account_id, status, expires_at from links where id = ? and"
                + WAITING
                + " for update",
            PendingLinks::link,
            id)
        .stream()
        .findFirst();
  }

  /** A link of that account in whatever state; its row is locked. */
  public static Optional<PendingLink> lockOwn(Connection tx, UUID account, UUID id)
      throws SQLException {
    return Statements.list(
            tx,
            "select id, account_id, status, coalesce(expires_at, created_at) from links"
                + " where id = ? and account_id = ? for update",
            PendingLinks::link,
            id,
            account)
        .stream()
        .findFirst();
  }

  public static Optional<Login> login(Connection tx, UUID id) throws SQLException {
    return Statements.list(
            tx,
            "select state, code_verifier from link_logins where link_id = ?",
            (Row r) -> new Login(r.text(1), r.text(2)),
            id)
        .stream()
        .findFirst();
  }

  /** The login serves once: with its row goes every later answer to it. */
  public static void endLogin(Connection tx, UUID id) throws SQLException {
    Statements.update(tx, "delete from link_logins where link_id = ?", id);
  }

  /**
   * Somebody signed in at the school: the consent is awaited.
   *
   * @return false when the link does not wait for that any more
   */
  public static boolean signedIn(Connection tx, UUID id, SchoolSide school, ConsentPage page)
      throws SQLException {
    int rows =
        Statements.update(
            tx,
            SIGNED_IN,
            school.schoolId(),
            school.synergiaAccountId(),
            school.ticket(),
            school.ticketIssuedAt(),
            page.offer().schoolName(),
            page.offer().login(),
            page.expiresAt(),
            id);
    if (rows == 1) {
      LinkOffers.keep(tx, id, page.offer(), page.language());
    }
    return rows == 1;
  }

  public static void awaitGuardian(Connection tx, UUID id, Instant expiresAt) throws SQLException {
    Statements.update(
        tx,
        "update links set status = 'AWAITING_GUARDIAN', expires_at = ?, version = version + 1"
            + " where id = ?",
        expiresAt,
        id);
  }

  /**
   * Ends a link that was never active; nothing of the school's side stays with it.
   *
   * @return false when it does not wait any more
   */
  public static boolean leave(Connection tx, UUID id, LinkStatus status, EndReason reason)
      throws SQLException {
    boolean waited = Statements.update(tx, LEAVE, status, reason, id) == 1;
    if (waited) {
      for (String table : new String[] {"link_logins", "link_offers", "guardian_requests"}) {
        Statements.update(tx, "delete from " + table + " where link_id = ?", id);
      }
      Statements.update(tx, TAKE_MAILS_BACK, id);
      Statements.update(
          tx,
          "update consents set ended_at = clock_timestamp(), end_reason = ?,"
              + " copy_erased_at = clock_timestamp(), notifications_erased_at = clock_timestamp()"
              + " where link_id = ? and ended_at is null",
          reason,
          id);
    }
    return waited;
  }

  public static void cancelAll(Connection tx, UUID account, EndReason reason) throws SQLException {
    for (UUID id :
        Statements.list(
            tx,
            "select id from links where account_id = ? and" + WAITING + " order by id for update",
            (Row r) -> r.id(1),
            account)) {
      leave(tx, id, LinkStatus.CANCELLED, reason);
    }
  }

  /** Ends what nobody has decided in time. */
  public static int expire(Connection tx, Instant now) throws SQLException {
    int expired = 0;
    for (UUID id :
        Statements.list(
            tx,
            "select id from links where expires_at <= ? and"
                + WAITING
                + " order by id for update skip locked",
            (Row r) -> r.id(1),
            now)) {
      expired += leave(tx, id, LinkStatus.EXPIRED, EndReason.NOT_DECIDED_IN_TIME) ? 1 : 0;
    }
    return expired;
  }

  private static PendingLink link(Row r) throws SQLException {
    return new PendingLink(r.id(1), r.id(2), LinkStatus.valueOf(r.text(3)), r.instant(4));
  }
}
