package pl.dziennik.linking.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.linking.sync.CopyScopes.ScopeRow;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/**
 * Sync rule 15: items by {@code since}, unique by (scope, item, revision, since). A row really
 * inserted whose {@code since} is later than the scope's baseline is announced.
 */
final class Timeline {
  private static final String ENTER =
      """
      insert into timeline
        (school_id, audience, category, period, item_id, revision, since, entry, shown)
      select ?, ?, ?, ?, n.i, n.r, n.s, n.e, true
      from unnest(cast(? as uuid[]), cast(? as bigint[]), cast(? as timestamptz[]), cast(? as text[]))
        as n(i, r, s, e)
      on conflict (school_id, audience, category, item_id, revision, since) do update
      set period = excluded.period, entry = excluded.entry, shown = true
      where (timeline.period, timeline.entry, timeline.shown)
        is distinct from (excluded.period, excluded.entry, true)
      returning item_id, revision, since, xmax = 0
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

  /** What an item's row is known by within its scope. */
  private record Identity(UUID itemId, long revision, Instant since) {}

  /** One item of a document. */
  record Item(UUID itemId, long revision, Instant since, JsonNode entry) {
    private Identity identity() {
      return new Identity(itemId, revision, since);
    }
  }

  private record Entered(Identity identity, boolean isInserted) {}

  static void enter(Connection tx, ReceivedDocument document, ScopeRow scope) throws SQLException {
    DocumentKey key = document.key();
    Map<Identity, Item> items = new LinkedHashMap<>();
    items(document.content()).forEach(item -> items.put(item.identity(), item));
    for (Entered entered : enter(tx, key, items.values())) {
      Item item = items.get(entered.identity);
      if (entered.isInserted && item != null && item.since().isAfter(scope.baselineAt())) {
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
        items.values().stream().map(Item::itemId).toList(),
        items.values().stream().map(Item::revision).toList(),
        items.values().stream().map(Item::since).toList());
  }

  /** All in one statement; a row that stays as it is is neither written nor returned. */
  private static List<Entered> enter(Connection tx, DocumentKey key, Collection<Item> items)
      throws SQLException {
    return Statements.list(
        tx,
        ENTER,
        (Row r) -> new Entered(new Identity(r.id(1), r.big(2), r.instant(3)), r.flag(4)),
        key.schoolId(),
        key.audience().toString(),
        key.category(),
        key.period(),
        items.stream().map(Item::itemId).toList(),
        items.stream().map(Item::revision).toList(),
        items.stream().map(Item::since).toList(),
        items.stream().map(item -> item.entry().toString()).toList());
  }

  private static List<Item> items(byte[] content) {
    try {
      List<Item> out = new ArrayList<>();
      for (JsonNode item : DocumentStore.object(content).path("items")) {
        out.add(
            new Item(
                UUID.fromString(item.path("itemId").asText()),
                item.path("revision").asLong(),
                // PostgreSQL keeps microseconds: what it returns must be found again.
                Instant.parse(item.path("since").asText()).truncatedTo(ChronoUnit.MICROS),
                item));
      }
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException("not a document", e);
    }
  }
}
