package pl.dziennik.linking.sync;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jboss.logging.Logger;
import pl.dziennik.events.FactJson;
import pl.dziennik.events.PupilHasNews;
import pl.dziennik.events.Topics;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.support.outbox.Outbox;
import pl.dziennik.support.outbox.OutboxMessage;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** Tells the links that need a scope of an item that became visible after they began. */
final class Announcements {
  private static final Logger LOG = Logger.getLogger(Announcements.class);

  /** A suspended link is told nothing; one that began later has seen it at its beginning. */
  private static final String TOLD =
      """
      select l.id, l.account_id, s.pupil_id from link_scopes s join links l on l.id = s.link_id
      where s.school_id = ? and s.audience = ? and s.category = ?
        and l.status = 'ACTIVE' and l.activated_at < ?
      order by l.id, s.pupil_id
      """;

  private Announcements() {}

  private record Told(UUID link, UUID account, UUID pupil) {}

  static void announce(Connection tx, DocumentKey key, Timeline.Item item) throws SQLException {
    for (Told told :
        Statements.list(
            tx,
            TOLD,
            (Row r) -> new Told(r.id(1), r.id(2), r.id(3)),
            key.schoolId(),
            key.audience().toString(),
            key.category(),
            item.since())) {
      PupilHasNews fact =
          new PupilHasNews(
              told.account(),
              factId(key, item, told),
              told.link(),
              told.pupil(),
              key.category(),
              item.since());
      Outbox.append(
          tx,
          new OutboxMessage(
              Topics.LINKING_FACTS,
              told.account().toString(),
              FactJson.typeOf(fact),
              fact.factId(),
              FactJson.write(fact)));
      LOG.infof("news link=%s category=%s fact=%s", told.link(), key.category(), fact.factId());
    }
  }

  /** The timeline row's key with link and pupil: the same after a restore, so a repeat shows. */
  private static String factId(DocumentKey key, Timeline.Item item, Told told) {
    String name =
        String.join(
            "/",
            told.link().toString(),
            told.pupil().toString(),
            key.schoolId().toString(),
            key.audience().toString(),
            key.category().name(),
            item.itemId().toString(),
            Long.toString(item.revision()),
            item.since().toString());
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
