package pl.dziennik.notification.register;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import pl.dziennik.events.CopyErased;
import pl.dziennik.events.FactJson;
import pl.dziennik.events.LinkState;
import pl.dziennik.events.Topics;
import pl.dziennik.support.outbox.Outbox;
import pl.dziennik.support.outbox.OutboxMessage;
import pl.dziennik.support.sql.Statements;

/** A link ends: all that is held through it goes in one transaction, which also says so. */
public final class LinkErasure {
  private static final String END =
      """
      insert into links (id, account_id, version, status) values (?, ?, ?, 'ENDED')
      on conflict (id) do update set status = 'ENDED', version = excluded.version
        where links.status = 'LIVE'
      """;

  private LinkErasure() {}

  /** Ends a link, known or not; a repeat has no effect. */
  public static void end(Connection tx, LinkState ended, Instant now) throws SQLException {
    String link = ended.linkId().toString();
    if (Statements.update(tx, END, ended.linkId(), ended.accountId(), ended.version()) == 0) {
      return;
    }
    Statements.update(tx, "delete from link_pupils where link_id = ?", ended.linkId());
    // After the pupils, on whom a run that writes a mail holds a lock: what it wrote is seen.
    Statements.update(
        tx, "delete from mails where sent_at is null and position(? in data) > 0", link);
    Statements.update(
        tx,
        "delete from parked_messages where message_key = ? and position(?::bytea in payload) > 0",
        ended.accountId().toString(),
        link.getBytes(StandardCharsets.UTF_8));
    tell(tx, new CopyErased(ended.accountId(), ended.linkId(), now));
  }

  private static void tell(Connection tx, CopyErased fact) throws SQLException {
    Outbox.append(
        tx,
        new OutboxMessage(
            Topics.NOTIFICATION_FACTS,
            fact.accountId().toString(),
            FactJson.typeOf(fact),
            fact.linkId() + ".erased",
            FactJson.write(fact)));
  }
}
