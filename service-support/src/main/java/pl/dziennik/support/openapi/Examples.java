package pl.dziennik.support.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** Gives each JSON body that has no example one made of its schema. */
record Examples(Map<String, Schema> schemas, PropertyExamples given) {
  private static final int DEEP = 8;
  private static final String AN_ID = "0198c0de-7a11-7c3e-9b52-4f6d2a8e1b07";

  private static final Map<String, String> BY_FORMAT =
      Map.of(
          "uuid", AN_ID,
          "date", "2026-09-14",
          "date-time", "2026-09-14T08:05:00Z",
          "uri", "https://dziennik.example/linked",
          "local-time", "08:00:00",
          "time", "08:00:00");

  static Examples of(Components components, PropertyExamples given) {
    return new Examples(Optional.ofNullable(components.getSchemas()).orElse(Map.of()), given);
  }

  void addTo(Operation operation) {
    if (operation.getRequestBody() != null) {
      fill(operation.getRequestBody().getContent());
    }
    operation.getResponses().getAPIResponses().values().forEach(r -> fill(r.getContent()));
  }

  private void fill(@Nullable Content content) {
    if (content != null) {
      content.getMediaTypes().forEach(this::fill);
    }
  }

  private void fill(String type, MediaType media) {
    boolean hasOne = media.getExample() != null || media.getExamples() != null;
    if (!hasOne && type.endsWith("json") && media.getSchema() != null) {
      value("", "", media.getSchema(), 0).ifPresent(media::setExample);
    }
  }

  private Optional<Object> value(String owner, String property, Schema schema, int depth) {
    if (depth > DEEP) {
      return Optional.empty();
    }
    Optional<Object> ofService = given.of(owner, property);
    if (ofService.isPresent()) {
      return ofService;
    }
    if (schema.getRef() != null) {
      String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
      Schema target = schemas.get(name);
      return target == null
          ? Optional.empty()
          : value(name, property(target, property), target, depth);
    }
    if (schema.getEnumeration() != null && !schema.getEnumeration().isEmpty()) {
      return Optional.of(schema.getEnumeration().getFirst());
    }
    return structured(owner, property, schema, depth);
  }

  /** A named object's own properties are looked up by its name, not by that of its holder. */
  private static String property(Schema target, String property) {
    return is(target, SchemaType.OBJECT) ? "" : property;
  }

  private Optional<Object> structured(String owner, String property, Schema schema, int depth) {
    List<Schema> parts =
        Optional.ofNullable(schema.getAllOf())
            .or(() -> Optional.ofNullable(schema.getAnyOf()))
            .or(() -> Optional.ofNullable(schema.getOneOf()))
            .orElse(List.of());
    if (!parts.isEmpty()) {
      return parts.stream()
          .filter(p -> !is(p, SchemaType.NULL))
          .findFirst()
          .flatMap(p -> value(owner, property, p, depth));
    }
    if (is(schema, SchemaType.ARRAY) && schema.getItems() != null) {
      return Optional.of(
          value(owner, property, schema.getItems(), depth + 1).map(List::of).orElse(List.of()));
    }
    if (is(schema, SchemaType.OBJECT)) {
      return Optional.of(object(owner, schema, depth));
    }
    return scalar(property, schema);
  }

  private Map<String, Object> object(String owner, Schema schema, int depth) {
    Map<String, Object> object = new LinkedHashMap<>();
    Optional.ofNullable(schema.getProperties())
        .orElse(Map.of())
        .forEach(
            (name, part) ->
                value(owner, name, part, depth + 1).ifPresent(v -> object.put(name, v)));
    return object;
  }

  private static Optional<Object> scalar(String property, Schema schema) {
    if (is(schema, SchemaType.BOOLEAN)) {
      return Optional.of(true);
    }
    if (is(schema, SchemaType.INTEGER) || is(schema, SchemaType.NUMBER)) {
      return Optional.of(Optional.<Object>ofNullable(schema.getMinimum()).orElse(1));
    }
    if (!is(schema, SchemaType.STRING)) {
      return Optional.empty();
    }
    String byFormat = BY_FORMAT.get(String.valueOf(schema.getFormat()));
    return Optional.of(byFormat != null ? byFormat : property.isEmpty() ? "text" : property);
  }

  private static boolean is(Schema schema, SchemaType type) {
    return schema.getType() != null && schema.getType().contains(type);
  }
}
