package pl.dziennik.synergia.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import pl.dziennik.events.FactJson;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentKey;

/** All renderers by category. A category that nobody renders is empty, as an unknown key is. */
public final class Renderers {
  private final Map<Category, DocumentRenderer> byCategory = new EnumMap<>(Category.class);

  public Renderers(Collection<? extends DocumentRenderer> renderers) {
    for (DocumentRenderer renderer : renderers) {
      if (byCategory.put(renderer.category(), renderer) != null) {
        throw new IllegalStateException("two renderers of " + renderer.category());
      }
    }
  }

  byte[] render(Connection snapshot, DocumentKey key) throws SQLException {
    DocumentRenderer renderer = byCategory.get(key.category());
    ObjectNode body =
        renderer == null ? FactJson.mapper().createObjectNode() : renderer.render(snapshot, key);
    try {
      return FactJson.mapper().writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a document that cannot be written: " + key, e);
    }
  }
}
