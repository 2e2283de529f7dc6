package pl.dziennik.support.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;

/**
 * Sends waiting mails, one transaction each, with the row locked: several jobs share the work. A
 * job killed after the server took a mail and before it noted so sends that one mail again. A
 * failed mail waits longer each time, an hour at most, and is given up after twelve attempts: it
 * stays, without its data, {@code next_at} infinite and {@code sent_at} null.
 */
public final class MailDelivery {
  private static final Logger LOG = Logger.getLogger(MailDelivery.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String POLISH = "pl";
  private static final int MAX_BACKOFF_MINUTES = 60;
  private static final int MAX_SHIFT = 6;
  private static final int MAX_ATTEMPTS = 12;
  private static final String NEXT =
      """
      select id, recipient, template, language, data, attempts from mails
      where sent_at is null and next_at <= ? order by next_at limit 1 for update skip locked
      """;

  private final DataSource dataSource;
  private final Mailer mailer;
  private final Engine engine;
  private final Map<String, String> common;
  private final Clock clock;

  /**
   * @param common what every template may name, e.g. {@code support}
   */
  public MailDelivery(
      DataSource dataSource,
      Mailer mailer,
      Engine engine,
      Map<String, String> common,
      Clock clock) {
    this.dataSource = dataSource;
    this.mailer = mailer;
    this.engine = engine;
    this.common = Map.copyOf(common);
    this.clock = clock;
  }

  /** Sends all that is due. */
  public void run() throws SQLException {
    boolean more = true;
    while (more) {
      more = Transactions.in(dataSource, this::sendOne);
    }
  }

  private record Waiting(
      UUID id, String recipient, String template, String language, String data, int attempts) {

    static Waiting from(Row r) throws SQLException {
      return new Waiting(r.id(1), r.text(2), r.text(3), r.text(4), r.text(5), r.number(6));
    }

    MailDraft draft() {
      try {
        return new MailDraft(
            recipient, template, language, JSON.readValue(data, new TypeReference<>() {}));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a mail that cannot be read", e);
      }
    }
  }

  private boolean sendOne(Connection tx) throws SQLException {
    Optional<Waiting> next =
        Statements.list(tx, NEXT, Waiting::from, clock.instant()).stream().findFirst();
    if (next.isPresent()) {
      deliver(tx, next.get());
    }
    return next.isPresent();
  }

  private void deliver(Connection tx, Waiting waiting) throws SQLException {
    String kind = waiting.template();
    try {
      mailer.send(write(waiting.draft()));
      done(tx, waiting.id());
      LOG.infof("mail=%s kind=%s sent", waiting.id(), kind);
    } catch (RuntimeException e) {
      failed(tx, waiting, e);
    }
  }

  /** The words of a mail server may hold the address: only the kind of failure is logged. */
  private void failed(Connection tx, Waiting waiting, RuntimeException e) throws SQLException {
    String kind = waiting.template();
    String failure = e.getClass().getName();
    if (waiting.attempts() + 1 < MAX_ATTEMPTS) {
      LOG.warnf("mail=%s kind=%s will be tried again: %s", waiting.id(), kind, failure);
      later(tx, waiting);
    } else {
      LOG.errorf("mail=%s kind=%s given up: %s", waiting.id(), kind, failure);
      giveUp(tx, waiting.id());
    }
  }

  private Mail write(MailDraft draft) {
    String[] text = render(draft, "txt").split("\\R", 2);
    return new Mail()
        .setTo(List.of(draft.recipient()))
        .setSubject(text[0])
        .setText(text[1].stripLeading())
        .setHtml(render(draft, "html"));
  }

  private String render(MailDraft draft, String type) {
    return template(draft, type).instance().data("d", draft.data()).data("common", common).render();
  }

  private Template template(MailDraft draft, String type) {
    String name = "mail/" + draft.template() + ".";
    Template translated = engine.getTemplate(name + draft.language() + "." + type);
    return translated == null ? engine.getTemplate(name + POLISH + "." + type) : translated;
  }

  /** A link in a mail is as good as a password: it goes as soon as the mail has. */
  private void done(Connection tx, UUID id) throws SQLException {
    Statements.update(
        tx, "update mails set sent_at = ?, data = '{}' where id = ?", clock.instant(), id);
  }

  private static void giveUp(Connection tx, UUID id) throws SQLException {
    Statements.update(
        tx,
        "update mails set attempts = attempts + 1, next_at = 'infinity', data = '{}' where id = ?",
        id);
  }

  private void later(Connection tx, Waiting waiting) throws SQLException {
    long minutes = Math.min(MAX_BACKOFF_MINUTES, 1L << Math.min(MAX_SHIFT, waiting.attempts()));
    Statements.update(
        tx,
        "update mails set attempts = attempts + 1, next_at = ? where id = ?",
        clock.instant().plus(Duration.ofMinutes(minutes)),
        waiting.id());
  }
}
