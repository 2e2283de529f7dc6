package pl.dziennik.account.mail;

import io.agroal.api.AgroalDataSource;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends waiting mails, one transaction each, with the row locked: several jobs share the work. A
 * job killed after the server took a mail and before it noted so sends that one mail again.
 */
@ApplicationScoped
class MailJob {
  private static final Logger LOG = Logger.getLogger(MailJob.class);
  private static final int MAX_BACKOFF_MINUTES = 60;

  private final AgroalDataSource dataSource;
  private final Mailer mailer;
  private final Engine engine;
  private final String supportAddress;
  private final Clock clock;

  MailJob(
      AgroalDataSource dataSource,
      Mailer mailer,
      Engine engine,
      @ConfigProperty(name = "dziennik.account.support-address") String supportAddress,
      Clock clock) {
    this.dataSource = dataSource;
    this.mailer = mailer;
    this.engine = engine;
    this.supportAddress = supportAddress;
    this.clock = clock;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() throws SQLException {
    boolean more = true;
    while (more) {
      more = sendOne();
    }
  }

  private boolean sendOne() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Optional<Waiting> next = next(connection);
        if (next.isPresent()) {
          deliver(connection, next.get());
        }
        connection.commit();
        return next.isPresent();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private void deliver(Connection connection, Waiting waiting) throws SQLException {
    try {
      mailer.send(write(waiting));
      done(connection, waiting.id());
      LOG.infof("mail=%s kind=%s sent", waiting.id(), waiting.kind());
    } catch (RuntimeException e) {
      LOG.warnf("mail=%s kind=%s will be tried again: %s", waiting.id(), waiting.kind(), e);
      later(connection, waiting);
    }
  }

  private record Waiting(
      UUID id, String recipient, MailKind kind, String link, String about, int attempts) {}

  private Optional<Waiting> next(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select id, recipient, template, link, about, attempts from mails"
                + " where sent_at is null and next_at <= ?"
                + " order by next_at limit 1 for update skip locked")) {
      select.setTimestamp(1, Timestamp.from(clock.instant()));
      try (ResultSet r = select.executeQuery()) {
        return r.next()
            ? Optional.of(
                new Waiting(
                    r.getObject(1, UUID.class),
                    r.getString(2),
                    MailKind.valueOf(r.getString(3)),
                    r.getString(4),
                    r.getString(5),
                    r.getInt(6)))
            : Optional.empty();
      }
    }
  }

  private Mail write(Waiting waiting) {
    String name = "mail/" + waiting.kind().template();
    return new Mail()
        .setTo(java.util.List.of(waiting.recipient()))
        .setSubject(waiting.kind().subject())
        .setText(render(name + ".txt", waiting))
        .setHtml(render(name + ".html", waiting));
  }

  private String render(String name, Waiting waiting) {
    Template template = engine.getTemplate(name);
    return template
        .data("link", waiting.link())
        .data("about", waiting.about())
        .data("support", supportAddress)
        .render();
  }

  /** The link is as good as a password: it goes as soon as the mail has. */
  private void done(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update mails set sent_at = ?, link = '', about = '' where id = ?")) {
      update.setTimestamp(1, Timestamp.from(clock.instant()));
      update.setObject(2, id);
      update.executeUpdate();
    }
  }

  private void later(Connection connection, Waiting waiting) throws SQLException {
    long minutes = Math.min(MAX_BACKOFF_MINUTES, 1L << Math.min(6, waiting.attempts()));
    try (PreparedStatement update =
        connection.prepareStatement(
            "update mails set attempts = attempts + 1, next_at = ? where id = ?")) {
      update.setTimestamp(1, Timestamp.from(clock.instant().plus(Duration.ofMinutes(minutes))));
      update.setObject(2, waiting.id());
      update.executeUpdate();
    }
  }
}
