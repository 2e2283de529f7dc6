package pl.dziennik.localstack.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

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
      return actual.size() == array.size() && array.valueStream().allMatch(w -> holds(actual, w));
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

  private static boolean holds(JsonNode actual, JsonNode wanted) {
    return actual.valueStream().anyMatch(a -> covers(a, wanted));
  }
}
