package pl.dziennik.linking.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.linking.sync.CopyScopes.ScopeRow;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/**
 * SYNC rule 15: items by {@code since}, unique by (scope, item, revision, since). A row really
 * inserted whose {@code since} is later than the scope's baseline is announced.
 */
final class Timeline {
  private static final String ENTER =
      """
      insert into timeline
        (school_id, audience, category, item_id, revision, since, period, entry, shown)
      values (?, ?, ?, ?, ?, ?, ?, ?, true)
      on conflict (school_id, audience, category, item_id, revision, since) do update
      set period = excluded.period, entry = excluded.entry, shown = true
      returning xmax = 0
      """;

  /** What the document of its period no longer holds: withdrawn, or an older revision. */
  private static final String HIDE =
      """
      update timeline t set shown = false
      where t.school_id = ? and t.audience = ? and t.category = ? and t.period = ? and t.shown
        and (t.item_id, t.revision, t.since) not in (
          select i, r, s from unnest(cast(? as uuid[]), cast(? as bigint[]), cast(? as timestamptz[]))
            as n(i, r, s))
      """;

  private Timeline() {}

  /** One item of a document. */
  record Item(UUID itemId, long revision, Instant since, JsonNode entry) {}

  static void enter(Connection tx, ReceivedDocument document, ScopeRow scope) throws SQLException {
    DocumentKey key = document.key();
    List<Item> items = items(document.content());
    for (Item item : items) {
      boolean isInserted = enter(tx, key, item);
      if (isInserted && item.since().isAfter(scope.baselineAt())) {
        Announcements.announce(tx, key, item);
      }
    }
    Statements.update(
        tx,
        HIDE,
        key.schoolId(),
        key.audience().toString(),
        key.category(),
        key.period(),
        items.stream().map(Item::itemId).toList(),
        items.stream().map(Item::revision).toList(),
        items.stream().map(Item::since).toList());
  }

  private static boolean enter(Connection tx, DocumentKey key, Item item) throws SQLException {
    return Statements.list(
            tx,
            ENTER,
            (Row r) -> r.flag(1),
            key.schoolId(),
            key.audience().toString(),
            key.category(),
            item.itemId(),
            item.revision(),
            item.since(),
            key.period(),
            item.entry().toString())
        .getFirst();
  }

  private static List<Item> items(byte[] content) {
    try {
      List<Item> out = new ArrayList<>();
      for (JsonNode item : DocumentStore.object(content).path("items")) {
        out.add(
            new Item(
                UUID.fromString(item.path("itemId").asText()),
                item.path("revision").asLong(),
                Instant.parse(item.path("since").asText()),
                item));
      }
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException("not a document", e);
    }
  }
}
