package pl.dziennik.notification.delivery;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import pl.dziennik.events.PupilHasNews;
import pl.dziennik.notification.preference.PreferenceStore;
import pl.dziennik.notification.preference.Preferences;
import pl.dziennik.notification.register.Entitlements;
import pl.dziennik.support.id.Ids;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/**
 * News of a pupil becomes a notification of the account, once, and with Mobilne dodatki a delivery
 * by each way that the account wants. News of a link that is unknown here or has ended, or of a
 * pupil that it does not cover, is dropped.
 */
@Singleton
public class NewsIntake {
  private static final Logger LOG = Logger.getLogger(NewsIntake.class);
  private static final Duration TRY_FOR = Duration.ofHours(24);

  private static final String COVERED =
      "select "
          + Entitlements.COVERED
          + """
           from links l join link_pupils lp on lp.link_id = l.id
          where l.id = ? and l.account_id = ? and l.status = 'LIVE' and lp.pupil_id = ?
          for share of lp
          """;
  private static final String NOTIFY =
      """
      insert into notifications
        (id, fact_id, account_id, link_id, pupil_id, category, since, created_at)
      values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (fact_id) do nothing
      """;
  private static final String BY_MAIL =
      """
      insert into deliveries (notification_id, channel, next_at, expires_at)
      values (?, 'EMAIL', ?, ?)
      """;
  private static final String BY_PUSH =
      """
      insert into deliveries (notification_id, channel, device_id, next_at, expires_at)
      select ?, 'WEB_PUSH', id, ?, ? from devices where account_id = ?
      """;

  private final PreferenceStore preferences;
  private final Ids ids;
  private final Clock clock;
  private final Duration keptFor;
  private final Duration mailsMergeFor;

  NewsIntake(
      PreferenceStore preferences,
      Ids ids,
      Clock clock,
      @ConfigProperty(name = "dziennik.notification.kept-for") Duration keptFor,
      @ConfigProperty(name = "dziennik.notification.mails-merge-for") Duration mailsMergeFor) {
    this.preferences = preferences;
    this.ids = ids;
    this.clock = clock;
    this.keptFor = keptFor;
    this.mailsMergeFor = mailsMergeFor;
  }

  /** Takes the fact; a repeat has no effect. */
  public void take(Connection tx, PupilHasNews news) throws SQLException {
    Instant now = clock.instant();
    Optional<Boolean> covered = covered(tx, news, now);
    // What is older than what is kept could be a repeat that nobody would notice.
    if (covered.isEmpty() || news.since().isBefore(now.minus(keptFor))) {
      LOG.debugf("news dropped link=%s category=%s", news.linkId(), news.category());
      return;
    }
    UUID id = ids.next();
    if (!notify(tx, id, news, now)) {
      return;
    }
    if (covered.get()) {
      deliver(tx, id, news, now);
    }
    LOG.infof("notification=%s link=%s category=%s", id, news.linkId(), news.category());
  }

  private void deliver(Connection tx, UUID id, PupilHasNews news, Instant now) throws SQLException {
    Preferences wanted = preferences.of(tx, news.accountId());
    if (wanted.wantsEmail(news.category())) {
      Statements.update(tx, BY_MAIL, id, now.plus(mailsMergeFor), now.plus(TRY_FOR));
    }
    if (wanted.wantsPush(news.category())) {
      Instant due = wanted.pushNotBefore(now);
      Statements.update(tx, BY_PUSH, id, due, due.plus(TRY_FOR), news.accountId());
    }
  }

  /** Whether an add-on covers the pupil; empty when the link does not stand or not for them. */
  private static Optional<Boolean> covered(Connection tx, PupilHasNews news, Instant now)
      throws SQLException {
    return Statements.list(
            tx,
            COVERED,
            (Row r) -> r.flag(1),
            now,
            now,
            news.linkId(),
            news.accountId(),
            news.pupilId())
        .stream()
        .findFirst();
  }

  private static boolean notify(Connection tx, UUID id, PupilHasNews news, Instant now)
      throws SQLException {
    return Statements.update(
            tx,
            NOTIFY,
            id,
            news.factId(),
            news.accountId(),
            news.linkId(),
            news.pupilId(),
            news.category(),
            news.since(),
            now)
        == 1;
  }
}
