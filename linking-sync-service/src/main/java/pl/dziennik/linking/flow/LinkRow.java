package pl.dziennik.linking.flow;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.linking.link.LinkStatus;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** A link of whatever state, as read for its holder. */
record LinkRow(
    UUID id,
    LinkStatus status,
    String endReason,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<UUID> schoolId,
    Optional<UUID> synergiaAccountId,
    String schoolName,
    String login) {
  private static final String SELECT =
      """
      select id, status, coalesce(end_reason, ''), created_at, expires_at, school_id,
        synergia_account_id, school_name, login
      from links where account_id = ? and coalesce(end_reason, '') <> 'HOLDER_CHANGED'
      """;

  /** Links that stand, that wait, and that ended after a consent. */
  static List<LinkRow> ofAccount(Connection tx, UUID account) throws SQLException {
    return Statements.list(
        tx,
        SELECT + " and status not in ('EXPIRED', 'CANCELLED') order by created_at, id",
        LinkRow::of,
        account);
  }

  static Optional<LinkRow> one(Connection tx, UUID account, UUID id) throws SQLException {
    return Statements.list(tx, SELECT + " and id = ?", LinkRow::of, account, id).stream()
        .findFirst();
  }

  boolean isActive() {
    return status == LinkStatus.ACTIVE || status == LinkStatus.SUSPENDED;
  }

  private static LinkRow of(Row r) throws SQLException {
    return new LinkRow(
        r.id(1),
        LinkStatus.valueOf(r.text(2)),
        r.text(3),
        r.instant(4),
        r.optionalInstant(5),
        r.optionalId(6),
        r.optionalId(7),
        r.text(8),
        r.text(9));
  }
}
