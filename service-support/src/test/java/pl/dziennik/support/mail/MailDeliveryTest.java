package pl.dziennik.support.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.mailer.Mail;
import io.quarkus.qute.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import pl.dziennik.support.id.Ids;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.testkit.TestPostgres;
import pl.dziennik.testkit.TestPostgres.Database;

/** A mail server that refuses, and says whom in its words. */
class MailDeliveryTest {
  private static final String WHO = "anna@poczta.example";
  private static final Instant START = Instant.parse("2026-09-14T08:00:00Z");

  private final PGSimpleDataSource dataSource = new PGSimpleDataSource();

  @BeforeEach
  void freshTable() throws SQLException, IOException {
    Database database = TestPostgres.shared().fresh("notification", "mails_test");
    dataSource.setUrl(database.url());
    dataSource.setUser(database.owner());
    dataSource.setPassword(database.owner());
    try (Connection owner = database.asOwner();
        InputStream ddl = MailOutbox.class.getResourceAsStream("/pl/dziennik/support/mails.sql")) {
      assertThat(ddl).isNotNull();
      owner.createStatement().execute(new String(ddl.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void whatTheServerNeverTakesIsGivenUpAndNamesNobody() throws SQLException {
    List<LogRecord> log = new ArrayList<>();
    Handler handler = recorder(log);
    Logger logger = Logger.getLogger(MailDelivery.class.getName());
    logger.addHandler(handler);
    try {
      write("reset");
      for (int hours = 0; hours < 20; hours++) {
        delivery(hours).run();
      }
    } finally {
      logger.removeHandler(handler);
    }

    assertThat(mails()).containsExactly("12 infinity {} unsent");
    assertThat(log).hasSize(12);
    assertThat(log).extracting(r -> r.getLevel().getName()).last().isIn("ERROR", "SEVERE");
    assertThat(log).noneMatch(r -> text(r).contains(WHO));
    assertThat(log).allMatch(r -> text(r).contains("IllegalStateException"));
  }

  @Test
  void oneThatCannotBeReadHoldsUpNoOther() throws SQLException {
    write("reset");
    Transactions.in(
        dataSource, tx -> Statements.update(tx, "update mails set data = '{', next_at = ?", START));
    write("reset");

    delivery(0).run();

    assertThat(mails()).hasSize(2).allMatch(mail -> mail.startsWith("1 "));
  }

  @Test
  void mailsOfOneKindUseUpNoneOfAnother() throws SQLException {
    assertThat(List.of(write("noise"), write("noise"), write("noise")))
        .containsExactly(true, true, false);

    assertThat(write("reset")).isTrue();
  }

  private boolean write(String template) throws SQLException {
    Clock clock = Clock.fixed(START, ZoneOffset.UTC);
    return Transactions.in(
        dataSource,
        tx ->
            new MailOutbox(new Ids(clock), clock, 2)
                .add(tx, new MailDraft(WHO, template, "pl", Map.of("link", "secret"))));
  }

  private MailDelivery delivery(int hours) {
    Engine engine = Engine.builder().addDefaults().build();
    engine.putTemplate("mail/reset.pl.txt", engine.parse("Temat\nTreść"));
    engine.putTemplate("mail/reset.pl.html", engine.parse("<p>Treść</p>"));
    return new MailDelivery(
        dataSource,
        MailDeliveryTest::refuse,
        engine,
        Map.of(),
        Clock.fixed(START.plus(Duration.ofHours(hours)), ZoneOffset.UTC));
  }

  private static void refuse(Mail... mails) {
    throw new IllegalStateException("550 no such mailbox: " + mails[0].getTo());
  }

  private List<String> mails() throws SQLException {
    return Transactions.in(
        dataSource,
        tx ->
            Statements.list(
                tx,
                "select attempts || ' ' || next_at || ' ' || data || ' '"
                    + " || case when sent_at is null then 'unsent' else 'sent' end from mails",
                (Row r) -> r.text(1)));
  }

  private static String text(LogRecord line) {
    return line instanceof org.jboss.logmanager.ExtLogRecord told
        ? told.getFormattedMessage()
        : line.getMessage();
  }

  private static Handler recorder(List<LogRecord> log) {
    return new Handler() {
      @Override
      public void publish(LogRecord line) {
        log.add(line);
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
