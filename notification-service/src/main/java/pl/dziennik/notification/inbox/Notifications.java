package pl.dziennik.notification.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** The notifications of accounts; a pupil's name stands at the link, not here. */
final class Notifications {
  private static final String PAGE =
      """
      select n.id, n.pupil_id, lp.first_name, n.category, n.since, n.created_at,
        n.read_at is not null
      from notifications n
        join links l on l.id = n.link_id and l.account_id = n.account_id and l.status = 'LIVE'
        join link_pupils lp on lp.link_id = n.link_id and lp.pupil_id = n.pupil_id
      where n.account_id = ? and (?::uuid is null or n.id < ?::uuid)
      order by n.id desc limit ?
      """;
  private static final String READ =
      """
      update notifications n set read_at = coalesce(n.read_at, ?)
      from links l
      where n.id = ? and n.account_id = ? and l.id = n.link_id and l.status = 'LIVE'
        and l.account_id = n.account_id
      """;

  private Notifications() {}

  /** One of them. */
  record Notification(
      UUID id,
      UUID pupilId,
      String pupilFirstName,
      String category,
      Instant since,
      Instant createdAt,
      boolean read) {}

  /** Newest first. */
  static List<Notification> page(Connection tx, UUID account, Optional<UUID> before, int limit)
      throws SQLException {
    @Nullable UUID last = before.orElse(null);
    return Statements.list(tx, PAGE, Notifications::read, account, last, last, limit);
  }

  /**
   * @return false when the account has no such notification
   */
  static boolean markRead(Connection tx, UUID account, UUID id, Instant now) throws SQLException {
    return Statements.update(tx, READ, now, id, account) == 1;
  }

  private static Notification read(Row r) throws SQLException {
    return new Notification(
        r.id(1), r.id(2), r.text(3), r.text(4), r.instant(5), r.instant(6), r.flag(7));
  }
}
