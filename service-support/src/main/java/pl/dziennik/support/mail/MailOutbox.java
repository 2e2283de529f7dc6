package pl.dziennik.support.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import pl.dziennik.support.id.Ids;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** Writes mails into the transaction that wants them; {@link MailDelivery} sends them. */
public final class MailOutbox {
  private static final Logger LOG = Logger.getLogger(MailOutbox.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String INSERT =
      """
      insert into mails (id, recipient, template, language, data, about, created_at, next_at)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String LATELY =
      "select count(*) from mails where recipient = ? and template = ? and created_at > ?";

  private final Ids ids;
  private final Clock clock;
  private final int mostAnHour;

  /**
   * @param mostAnHour of one kind to one address, so that nobody's mailbox is flooded by way of us;
   *     more are dropped and logged. Each kind counts by itself: mails that anybody can cause use
   *     up none of another kind
   */
  public MailOutbox(Ids ids, Clock clock, int mostAnHour) {
    this.ids = ids;
    this.clock = clock;
    this.mostAnHour = mostAnHour;
  }

  /**
   * Writes the mail.
   *
   * @return false when it was dropped, so that who needs it can say so
   */
  public boolean add(Connection transaction, MailDraft draft) throws SQLException {
    Instant now = clock.instant();
    if (!hasRoom(transaction, draft.recipient(), draft.template())) {
      LOG.warnf("mail=%s suppressed: too many to one address", draft.template());
      return false;
    }
    Statements.update(
        transaction,
        INSERT,
        ids.next(),
        draft.recipient(),
        draft.template(),
        draft.language(),
        json(draft),
        draft.about().orElse(null),
        now,
        now);
    return true;
  }

  /** True when one more mail of that kind to that address would be written now. */
  public boolean hasRoom(Connection transaction, String recipient, String template)
      throws SQLException {
    return Statements.list(
                transaction,
                LATELY,
                (Row r) -> r.big(1),
                recipient,
                template,
                clock.instant().minus(Duration.ofHours(1)))
            .getFirst()
        < mostAnHour;
  }

  private static String json(MailDraft draft) {
    try {
      return JSON.writeValueAsString(draft.data());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
