package pl.dziennik.notification.device;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** The devices of accounts. An endpoint belongs to one account at a time. */
final class Devices {
  private static final String INSERT =
      """
      insert into devices
        (id, account_id, kind, endpoint, p256dh, auth, name, created_at, authorised_at)
      values (?, ?, 'WEB_PUSH', ?, ?, ?, ?, ?, ?)
      """;
  private static final String REPLACE =
      """
      update devices set p256dh = ?, auth = ?, name = ?, created_at = ?, authorised_at = ?
      where account_id = ? and endpoint = ?
      """;

  private static final String LOCK =
      "select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 0))) l";

  private Devices() {}

  /**
   * @param host of the push service; the whole endpoint is a capability and stays inside
   */
  record Device(UUID id, String name, String host, Instant createdAt) {}

  /** Whoever registers the same endpoint at the same time waits, and finds what was done. */
  static void lock(Connection tx, String endpoint) throws SQLException {
    Statements.list(tx, LOCK, (Row r) -> r.number(1), "device " + endpoint);
  }

  static List<Device> of(Connection tx, UUID account) throws SQLException {
    return Statements.list(
        tx,
        "select id, name, endpoint, created_at from devices where account_id = ? order by id",
        (Row r) -> new Device(r.id(1), r.text(2), URI.create(r.text(3)).getHost(), r.instant(4)),
        account);
  }

  /** The device that the account has registered under this endpoint. */
  static Optional<Device> find(Connection tx, UUID account, String endpoint) throws SQLException {
    return Statements.list(
            tx,
            """
            select id, name, endpoint, created_at from devices where account_id = ? and endpoint = ?
            """,
            (Row r) ->
                new Device(r.id(1), r.text(2), URI.create(r.text(3)).getHost(), r.instant(4)),
            account,
            endpoint)
        .stream()
        .findFirst();
  }

  /** The same browser again: as good as registered now. */
  static void replace(Connection tx, UUID account, Device device, Subscription s)
      throws SQLException {
    Statements.update(
        tx,
        REPLACE,
        s.keys().p256dh(),
        s.keys().auth(),
        device.name(),
        device.createdAt(),
        s.authorisedAt(),
        account,
        s.endpoint());
  }

  static void insert(Connection tx, UUID account, Device device, Subscription s)
      throws SQLException {
    Statements.update(
        tx,
        INSERT,
        device.id(),
        account,
        s.endpoint(),
        s.keys().p256dh(),
        s.keys().auth(),
        device.name(),
        device.createdAt(),
        s.authorisedAt());
  }

  /** Nobody has the endpoint any more; what waited for it goes. */
  static void release(Connection tx, String endpoint) throws SQLException {
    Statements.update(tx, "delete from devices where endpoint = ?", endpoint);
  }

  /**
   * @return false when the account has no such device
   */
  static boolean remove(Connection tx, UUID account, UUID id) throws SQLException {
    return Statements.update(tx, "delete from devices where id = ? and account_id = ?", id, account)
        == 1;
  }
}
