package pl.dziennik.localstack.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/** Compares what is wanted with what is there: only what the wanted side names counts. */
final class Difference {
  private Difference() {}

  /** True when {@code actual} already says everything that {@code wanted} says. */
  static boolean covers(JsonNode actual, JsonNode wanted) {
    if (wanted instanceof ObjectNode fields) {
      return fields.properties().stream()
          .allMatch(f -> covers(actual.path(f.getKey()), f.getValue()));
    }
    if (wanted instanceof ArrayNode array) {
      return asSet(actual).equals(asSet(array));
    }
    return actual.asText().equals(wanted.asText());
  }

  /** {@code actual} with every field that {@code wanted} names; objects are merged. */
  static ObjectNode merge(ObjectNode actual, ObjectNode wanted) {
    ObjectNode out = actual.deepCopy();
    wanted
        .properties()
        .forEach(
            f -> {
              JsonNode old = out.path(f.getKey());
              out.set(
                  f.getKey(),
                  old instanceof ObjectNode o && f.getValue() instanceof ObjectNode w
                      ? merge(o, w)
                      : f.getValue());
            });
    return out;
  }

  private static Set<String> asSet(JsonNode array) {
    Set<String> out = new HashSet<>();
    array.forEach(n -> out.add(n.toString()));
    return out;
  }
}
