package pl.dziennik.notification.delivery;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.events.document.Category;
import pl.dziennik.notification.preference.PreferenceStore;
import pl.dziennik.notification.preference.Preferences;
import pl.dziennik.notification.register.Entitlements;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/**
 * Deliveries by mail that are due, as bundles: what one link hears of one pupil and category. The
 * deliveries of a bundle end together, so a run takes the bundle's own lock before any row's, and
 * the other replicas pass it over.
 */
@Singleton
class DueMails {
  private static final String BUNDLES =
      """
      select n.link_id, n.pupil_id, n.category
      from deliveries d join notifications n on n.id = d.notification_id
      where d.state = 'PENDING' and d.channel = 'EMAIL' and d.next_at <= ?
      group by n.link_id, n.pupil_id, n.category order by min(d.next_at) limit ?
      """;
  private static final String LOCK = "select pg_try_advisory_xact_lock(hashtextextended(?, 0))";

  /** What an erasure takes first: it waits here, and no two wait for each other at deliveries. */
  private static final String HOLD =
      "select 1 from link_pupils where link_id = ? and pupil_id = ? for share";

  private static final String OF_BUNDLE =
      """
      from notifications n
      where n.id = d.notification_id and n.link_id = ? and n.pupil_id = ? and n.category = ?
        and d.channel = 'EMAIL' and d.state = 'PENDING'
      """;
  private static final String EXPIRE =
      "update deliveries d set state = 'FAILED' " + OF_BUNDLE + " and d.expires_at <= ?";
  private static final String SETTLE =
      "update deliveries d set state = ?, attempts = d.attempts + 1 " + OF_BUNDLE;
  private static final String READ =
      """
      select lp.first_name, case when a.address_verified_at > 'epoch' then a.email else '' end,
        a.language,
      """
          + Entitlements.COVERED
          + ", "
          + Preferences.COLUMNS
          + """
           from link_pupils lp
            join notifications n on n.link_id = lp.link_id and n.pupil_id = lp.pupil_id
            join deliveries d on d.notification_id = n.id
            join accounts a on a.id = n.account_id
            left join preferences pr on pr.account_id = n.account_id
          where lp.link_id = ? and lp.pupil_id = ? and n.category = ?
            and d.channel = 'EMAIL' and d.state = 'PENDING' and d.next_at <= ?
          limit 1
          """;
  private static final int COVERED_AT = 4;

  private final PreferenceStore preferences;
  private final Clock clock;

  DueMails(PreferenceStore preferences, Clock clock) {
    this.preferences = preferences;
    this.clock = clock;
  }

  /** What becomes one mail. */
  record Bundle(UUID linkId, UUID pupilId, Category category) {}

  /** A bundle with a mail that is due, and whom it would go to. */
  record Due(
      Bundle bundle,
      String firstName,
      String email,
      String language,
      boolean covered,
      Preferences preferences) {
    boolean isWanted() {
      return covered && preferences.wantsEmail(bundle.category()) && !email.isEmpty();
    }
  }

  /** Bundles that seem to be due, the longest waiting first; read without a lock. */
  List<Bundle> waiting(Connection tx, int most) throws SQLException {
    return Statements.list(
        tx,
        BUNDLES,
        (Row r) -> new Bundle(r.id(1), r.id(2), Category.valueOf(r.text(3))),
        clock.instant(),
        most);
  }

  /**
   * Takes the bundle for this transaction and looks at it anew; what waited too long is given up.
   *
   * @return empty when another run has it or nothing of it is due any more
   */
  Optional<Due> take(Connection tx, Bundle b) throws SQLException {
    if (!isOurs(tx, b) || !isHeld(tx, b)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Statements.update(tx, EXPIRE, b.linkId(), b.pupilId(), b.category(), now);
    return Statements.list(
            tx,
            READ,
            r -> due(b, r),
            now,
            now,
            preferences.quietByDefault(),
            b.linkId(),
            b.pupilId(),
            b.category(),
            now)
        .stream()
        .findFirst();
  }

  /** Ends the deliveries of a bundle that this transaction has taken. */
  void settle(Connection tx, Bundle b, String state) throws SQLException {
    Statements.update(tx, SETTLE, state, b.linkId(), b.pupilId(), b.category());
  }

  private static boolean isOurs(Connection tx, Bundle b) throws SQLException {
    String name = "news mail %s %s %s".formatted(b.linkId(), b.pupilId(), b.category());
    return Statements.list(tx, LOCK, (Row r) -> r.flag(1), name).getFirst();
  }

  private static boolean isHeld(Connection tx, Bundle b) throws SQLException {
    return !Statements.list(tx, HOLD, (Row r) -> r.number(1), b.linkId(), b.pupilId()).isEmpty();
  }

  private static Due due(Bundle bundle, Row r) throws SQLException {
    return new Due(
        bundle,
        r.text(1),
        r.text(2),
        r.text(3),
        r.flag(COVERED_AT),
        Preferences.read(r, COVERED_AT + 1));
  }
}
