package pl.dziennik.notification.delivery;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.dziennik.events.document.Category;
import pl.dziennik.notification.preference.PreferenceStore;
import pl.dziennik.notification.preference.Preferences;
import pl.dziennik.notification.register.Entitlements;
import pl.dziennik.support.mail.MailDraft;
import pl.dziennik.support.mail.MailOutbox;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;

/**
 * Writes the mails that are due into the mail outbox, in the transaction that ends their
 * deliveries. News of one pupil and category that come shortly after one another are one mail.
 */
@Singleton
class NewsMails {
  private static final String NEXT =
      """
      select n.account_id, n.link_id, n.pupil_id, lp.first_name, n.category, a.email, a.language,
      """
          + Entitlements.COVERED
          + ", "
          + Preferences.COLUMNS
          + """
           from deliveries d
            join notifications n on n.id = d.notification_id
            join link_pupils lp on lp.link_id = n.link_id and lp.pupil_id = n.pupil_id
            join accounts a on a.id = n.account_id
            left join preferences pr on pr.account_id = n.account_id
          where d.state = 'PENDING' and d.channel = 'EMAIL' and d.next_at <= ?
          order by d.next_at limit 1 for update of d skip locked
          """;
  private static final int COVERED_AT = 8;
  private static final String SETTLE =
      """
      update deliveries d set state = ?, attempts = d.attempts + 1
      from notifications n
      where n.id = d.notification_id and n.link_id = ? and n.pupil_id = ? and n.category = ?
        and d.channel = 'EMAIL' and d.state = 'PENDING'
      """;

  private final AgroalDataSource dataSource;
  private final MailOutbox mails;
  private final PreferenceStore preferences;
  private final NewsTexts texts;
  private final Clock clock;
  private final String publicOrigin;

  NewsMails(
      AgroalDataSource dataSource,
      MailOutbox mails,
      PreferenceStore preferences,
      NewsTexts texts,
      Clock clock,
      @ConfigProperty(name = "dziennik.notification.public-origin") String publicOrigin) {
    this.dataSource = dataSource;
    this.mails = mails;
    this.preferences = preferences;
    this.texts = texts;
    this.clock = clock;
    this.publicOrigin = publicOrigin;
  }

  private record Due(
      UUID accountId,
      UUID linkId,
      UUID pupilId,
      String firstName,
      Category category,
      String email,
      String language,
      boolean covered,
      Preferences preferences) {
    boolean isWanted() {
      return covered && preferences.wantsEmail(category) && !email.isEmpty();
    }
  }

  /** Writes all that are due. */
  void run() throws SQLException {
    boolean more = true;
    while (more) {
      more = Transactions.in(dataSource, this::writeOne);
    }
  }

  private boolean writeOne(Connection tx) throws SQLException {
    Optional<Due> next = next(tx);
    if (next.isEmpty()) {
      return false;
    }
    Due due = next.get();
    String state = due.isWanted() ? "SENT" : "CANCELLED";
    Statements.update(tx, SETTLE, state, due.linkId(), due.pupilId(), due.category());
    if (due.isWanted()) {
      mails.add(tx, draft(due));
    }
    return true;
  }

  private Optional<Due> next(Connection tx) throws SQLException {
    Instant now = clock.instant();
    List<Due> found =
        Statements.list(tx, NEXT, NewsMails::due, now, now, preferences.quietByDefault(), now);
    return found.stream().findFirst();
  }

  /** The link's id is for its erasure, which finds the waiting mail by it. */
  private MailDraft draft(Due due) {
    return new MailDraft(
        due.email(),
        "news",
        due.language(),
        Map.of(
            "name", NewsTexts.name(due.firstName()),
            "what", texts.what(due.language(), due.category()),
            "origin", publicOrigin,
            "linkId", due.linkId().toString()));
  }

  private static Due due(Row r) throws SQLException {
    return new Due(
        r.id(1),
        r.id(2),
        r.id(3),
        r.text(4),
        Category.valueOf(r.text(5)),
        r.text(6),
        r.text(7),
        r.flag(COVERED_AT),
        Preferences.read(r, COVERED_AT + 1));
  }
}
