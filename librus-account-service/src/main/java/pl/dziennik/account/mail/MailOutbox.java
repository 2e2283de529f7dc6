package pl.dziennik.account.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import pl.dziennik.support.id.Ids;

/** Writes mails into the transaction that wants them; {@link MailJob} sends them. */
@ApplicationScoped
public class MailOutbox {
  private static final Logger LOG = Logger.getLogger(MailOutbox.class);

  /** To one address, so that nobody's mailbox is flooded by way of us. */
  private static final int MAILS_AN_HOUR = 5;

  private final Ids ids;
  private final Clock clock;

  MailOutbox(Ids ids, Clock clock) {
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A mail to be written.
   *
   * @param link with its token in the fragment; empty for a mail without one
   * @param about whom it is about (the child's address), empty if nobody
   */
  public record Draft(
      String recipient, MailKind kind, String language, String link, String about) {}

  public void add(Connection transaction, Draft draft) throws SQLException {
    Instant now = clock.instant();
    if (sentLately(transaction, draft.recipient(), now) >= MAILS_AN_HOUR) {
      LOG.warnf("mail=%s suppressed: too many to one address", draft.kind());
      return;
    }
    try (PreparedStatement insert =
        transaction.prepareStatement(
            "insert into mails (id, recipient, template, language, link, about, created_at, next_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setObject(1, ids.next());
      insert.setString(2, draft.recipient());
      insert.setString(3, draft.kind().name());
      insert.setString(4, draft.language());
      insert.setString(5, draft.link());
      insert.setString(6, draft.about());
      insert.setTimestamp(7, Timestamp.from(now));
      insert.setTimestamp(8, Timestamp.from(now));
      insert.executeUpdate();
    }
  }

  private static int sentLately(Connection transaction, String recipient, Instant now)
      throws SQLException {
    try (PreparedStatement select =
        transaction.prepareStatement(
            "select count(*) from mails where recipient = ? and created_at > ?")) {
      select.setString(1, recipient);
      select.setTimestamp(2, Timestamp.from(now.minus(Duration.ofHours(1))));
      try (ResultSet r = select.executeQuery()) {
        r.next();
        return r.getInt(1);
      }
    }
  }
}
