package pl.dziennik.linking.link;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** One account links one school account once at a time. */
public final class StandingLinks {
  private StandingLinks() {}

  /**
   * The link of that account to that school account which stands, or waits for a guardian only. The
   * caller holds the account's row, so that two logins or two consents at once take turns.
   */
  public static Optional<UUID> find(Connection tx, UUID account, UUID school, UUID schoolAccount)
      throws SQLException {
    return Statements.list(
            tx,
            "select id from links where account_id = ? and school_id = ? and synergia_account_id = ?"
                + " and status in ('AWAITING_GUARDIAN', 'ACTIVE', 'SUSPENDED')",
            (Row r) -> r.id(1),
            account,
            school,
            schoolAccount)
        .stream()
        .findFirst();
  }

  /** The same for a link that has its school side. */
  public static Optional<UUID> besides(Connection tx, UUID link) throws SQLException {
    return Statements.list(
            tx,
            "select o.id from links l join links o on o.account_id = l.account_id"
                + " and o.school_id = l.school_id and o.synergia_account_id = l.synergia_account_id"
                + " where l.id = ? and o.id <> l.id"
                + " and o.status in ('AWAITING_GUARDIAN', 'ACTIVE', 'SUSPENDED')",
            (Row r) -> r.id(1),
            link)
        .stream()
        .findFirst();
  }
}
