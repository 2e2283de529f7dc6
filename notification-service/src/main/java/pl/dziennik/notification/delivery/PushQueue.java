package pl.dziennik.notification.delivery;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.dziennik.events.document.Category;
import pl.dziennik.notification.preference.PreferenceStore;
import pl.dziennik.notification.preference.Preferences;
import pl.dziennik.notification.register.Entitlements;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/**
 * Pushes that are due. A claim lasts a lease: who dies with it loses it, and the push is due again
 * (at least once).
 *
 * <pre>
 * PENDING -> SENT | CANCELLED (no add-on, not wanted) | FAILED (refused, or a day over)
 *         -> erased with its link, its device or its account
 * </pre>
 */
@Singleton
class PushQueue {
  private static final String CLAIM =
      """
      with due as (
        select id from deliveries
        where state = 'PENDING' and channel = 'WEB_PUSH' and next_at <= ?
        order by next_at limit ? for update skip locked)
      update deliveries d set next_at = ?, attempts = d.attempts + 1
      from due where d.id = due.id returning d.id
      """;
  private static final String DETAILS =
      """
      select d.id, d.attempts, d.expires_at, n.link_id, n.pupil_id, lp.first_name, n.category,
        a.language, v.id, v.endpoint, v.p256dh, v.auth,
      """
          + Entitlements.COVERED
          + ", "
          + Preferences.COLUMNS
          + """
           from deliveries d
            join notifications n on n.id = d.notification_id
            join link_pupils lp on lp.link_id = n.link_id and lp.pupil_id = n.pupil_id
            join accounts a on a.id = n.account_id
            join devices v on v.id = d.device_id and v.account_id = n.account_id
            left join preferences pr on pr.account_id = n.account_id
          where d.id = any (?::bigint[])
          """;
  private static final int COVERED_AT = 13;

  private final PreferenceStore preferences;
  private final Clock clock;
  private final Duration lease;
  private final int batch;

  PushQueue(
      PreferenceStore preferences,
      Clock clock,
      @ConfigProperty(name = "dziennik.notification.lease") Duration lease,
      @ConfigProperty(name = "dziennik.notification.batch") int batch) {
    this.preferences = preferences;
    this.clock = clock;
    this.lease = lease;
    this.batch = batch;
  }

  /** Where it goes: read when it is sent. */
  @SuppressWarnings("ArrayRecordComponent") // Read and sent, never compared.
  record Target(UUID deviceId, String endpoint, byte[] p256dh, byte[] auth) {}

  /**
   * A push that this run has claimed.
   *
   * @param attempt which claim of the delivery this is
   * @param covered by an add-on, now
   */
  record Claimed(
      long id,
      int attempt,
      Instant expiresAt,
      UUID linkId,
      UUID pupilId,
      String firstName,
      Category category,
      String language,
      Target target,
      boolean covered,
      Preferences preferences) {}

  List<Claimed> claim(Connection tx) throws SQLException {
    Instant now = clock.instant();
    List<Long> ids = Statements.list(tx, CLAIM, (Row r) -> r.big(1), now, batch, now.plus(lease));
    return ids.isEmpty()
        ? List.of()
        : Statements.list(
            tx, DETAILS, PushQueue::claimed, now, now, preferences.quietByDefault(), ids);
  }

  /** Ends the delivery, unless another run has claimed it meanwhile. */
  void settle(Connection tx, Claimed claimed, PushOutcome outcome) throws SQLException {
    switch (outcome) {
      case PushOutcome.Sent _ -> state(tx, claimed, "SENT");
      case PushOutcome.Cancelled _ -> state(tx, claimed, "CANCELLED");
      case PushOutcome.Failed _ -> state(tx, claimed, "FAILED");
      case PushOutcome.Gone _ ->
          Statements.update(
              tx,
              "delete from devices where id = ? and endpoint = ?",
              claimed.target().deviceId(),
              claimed.target().endpoint());
      case PushOutcome.Later(Instant at) ->
          Statements.update(
              tx,
              """
              update deliveries set next_at = ?
              where id = ? and attempts = ? and state = 'PENDING'
              """,
              at,
              claimed.id(),
              claimed.attempt());
    }
  }

  private static void state(Connection tx, Claimed claimed, String state) throws SQLException {
    Statements.update(
        tx,
        "update deliveries set state = ? where id = ? and attempts = ? and state = 'PENDING'",
        state,
        claimed.id(),
        claimed.attempt());
  }

  private static Claimed claimed(Row r) throws SQLException {
    return new Claimed(
        r.big(1),
        r.number(2),
        r.instant(3),
        r.id(4),
        r.id(5),
        r.text(6),
        Category.valueOf(r.text(7)),
        r.text(8),
        new Target(r.id(9), r.text(10), r.bytes(11), r.bytes(12)),
        r.flag(COVERED_AT),
        Preferences.read(r, COVERED_AT + 1));
  }
}
