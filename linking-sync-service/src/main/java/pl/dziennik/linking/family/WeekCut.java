package pl.dziennik.linking.family;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Iterator;
import pl.dziennik.events.FactJson;

/** Leaves the days of a range in a week's document; a whole week is passed through untouched. */
final class WeekCut {
  private WeekCut() {}

  static byte[] of(StoredDocument week, DayRange range) {
    return range.cuts(week.period()) ? cut(week.content(), range) : week.content();
  }

  private static byte[] cut(byte[] content, DayRange range) {
    try {
      JsonNode week = FactJson.mapper().readTree(content);
      if (!(week instanceof ObjectNode)) {
        throw new IllegalStateException("a stored document is no JSON object");
      }
      Iterator<JsonNode> items = week.path("items").elements();
      while (items.hasNext()) {
        if (!range.contains(LocalDate.parse(items.next().path("date").asText()))) {
          items.remove();
        }
      }
      return FactJson.mapper().writeValueAsBytes(week);
    } catch (IOException e) {
      throw new UncheckedIOException("not a document", e);
    }
  }
}
