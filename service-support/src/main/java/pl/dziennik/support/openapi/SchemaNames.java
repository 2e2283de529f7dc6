package pl.dziennik.support.openapi;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Puts the service's prefix before the names that lack it (enumerations mostly), so that two
 * services' schemas of one name stay two in the document of the whole.
 */
record SchemaNames(String prefix) {
  static final String PATH = "#/components/schemas/";

  /** The same for everybody, word for word; the gateway fails where they are not. */
  private static final Set<String> SHARED =
      Set.of("UUID", "Instant", "LocalDate", "LocalTime", "YearMonth", "URI", "Problem");

  void rename(Schema schema) {
    String ref = schema.getRef();
    if (ref != null && ref.startsWith(PATH)) {
      schema.setRef(PATH + of(ref.substring(PATH.length())));
    }
  }

  void renameAll(Components components) {
    if (components.getSchemas() == null) {
      return;
    }
    Map<String, Schema> renamed = new TreeMap<>();
    components.getSchemas().forEach((name, schema) -> put(renamed, of(name), schema));
    components.setSchemas(renamed);
  }

  private static void put(Map<String, Schema> renamed, String name, Schema schema) {
    if (renamed.put(name, schema) != null) {
      throw new IllegalStateException("two schemas of this service are called " + name);
    }
  }

  private String of(String name) {
    return name.startsWith(prefix) || SHARED.contains(name) ? name : prefix + name;
  }
}
