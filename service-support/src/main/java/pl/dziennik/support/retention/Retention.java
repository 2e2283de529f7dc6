package pl.dziennik.support.retention;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;

/** Deletes rows that have served their time, a batch a transaction, rule after rule. */
public final class Retention {
  private static final Logger LOG = Logger.getLogger(Retention.class);
  private static final int BATCH = 1000;

  /** Facts stay in Kafka for 7 days: what is older does not come again from there. */
  private static final Duration KEEP_MESSAGE_IDS = Duration.ofDays(30);

  /** What limits the mails to one address counts those of the last hour. */
  private static final Duration KEEP_SENT_MAILS = Duration.ofDays(1);

  /** No server took them; an operator may want to see which. */
  private static final Duration KEEP_GIVEN_UP_MAILS = Duration.ofDays(7);

  /** As long as the API promises to know a key. */
  private static final Duration KEEP_IDEMPOTENCY_KEYS = Duration.ofHours(24);

  private final DataSource dataSource;
  private final Clock clock;

  public Retention(DataSource dataSource, Clock clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /**
   * What goes, and when.
   *
   * @param table whose rows
   * @param old true of a row to be deleted, with one {@code ?}: the moment {@code keptFor} ago
   */
  public record Rule(String table, String old, Duration keptFor) {
    private String statement() {
      return "delete from %1$s where ctid in (select ctid from %1$s where %2$s limit %3$d for update skip locked)"
          .formatted(table, old, BATCH);
    }
  }

  /** Of the tables that every consumer service has. */
  public static List<Rule> ofEveryService() {
    return List.of(
        new Rule("inbox", "received_at < ?", KEEP_MESSAGE_IDS),
        new Rule("mails", "sent_at < ?", KEEP_SENT_MAILS),
        new Rule("mails", "next_at = 'infinity' and created_at < ?", KEEP_GIVEN_UP_MAILS),
        new Rule("idempotency_keys", "created_at < ?", KEEP_IDEMPOTENCY_KEYS));
  }

  public void run(List<Rule> rules) throws SQLException {
    Instant now = clock.instant();
    for (Rule rule : rules) {
      int deleted = 0;
      for (int some = BATCH; some == BATCH; deleted += some) {
        some = batch(rule, now.minus(rule.keptFor()));
      }
      if (deleted > 0) {
        LOG.infof("retention table=%s deleted=%d", rule.table(), deleted);
      }
    }
  }

  private int batch(Rule rule, Instant before) throws SQLException {
    return Transactions.in(dataSource, tx -> Statements.update(tx, rule.statement(), before));
  }
}
