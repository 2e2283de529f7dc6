package pl.dziennik.gateway;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Puts the services' documents together. What two of them say of one name must be the same, every
 * operation must have an id of its own and a route to the service that documents it.
 */
final class DocumentMerge {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");
  private static final String SOME_ID = "0198c0de-7a11-7c3e-9b52-4f6d2a8e1b07";

  private final JsonObject paths = new JsonObject();
  private final JsonObject components = new JsonObject();
  private final Map<String, String> operations = new HashMap<>();

  private DocumentMerge() {}

  /**
   * Paths and components of all.
   *
   * @throws DocumentsClashException naming the first thing that does not fit
   */
  static JsonObject of(Map<Target, JsonObject> documents) {
    DocumentMerge merge = new DocumentMerge();
    documents.forEach(merge::add);
    return new JsonObject().put("paths", merge.paths).put("components", merge.components);
  }

  private void add(Target service, JsonObject document) {
    JsonObject parts = document.getJsonObject("components", new JsonObject());
    for (String kind : parts.fieldNames()) {
      addAll(kind, parts.getJsonObject(kind));
    }
    JsonObject added = document.getJsonObject("paths", new JsonObject());
    for (String path : added.fieldNames()) {
      if (paths.containsKey(path)) {
        throw new DocumentsClashException("path " + path + " is documented by two services");
      }
      paths.put(path, withGatewaysAnswers(service, path, added.getJsonObject(path).copy()));
    }
  }

  private void addAll(String kind, JsonObject parts) {
    if (!components.containsKey(kind)) {
      components.put(kind, new JsonObject());
    }
    JsonObject all = components.getJsonObject(kind);
    for (String name : parts.fieldNames()) {
      Object part = parts.getValue(name);
      if (all.containsKey(name) && !all.getValue(name).equals(part)) {
        throw new DocumentsClashException("two different %s are called %s".formatted(kind, name));
      }
      all.put(name, part);
    }
  }

  private JsonObject withGatewaysAnswers(Target service, String path, JsonObject item) {
    for (String method : item.fieldNames()) {
      if (METHODS.contains(method)) {
        JsonObject operation = item.getJsonObject(method);
        GatewayAnswers.addTo(operation, route(service, method, path));
        String id = operation.getString("operationId", "");
        String other = operations.put(id, method + " " + path);
        if (id.isEmpty() || other != null) {
          throw new DocumentsClashException(
              "operationId '%s' of %s %s: none, or also of %s".formatted(id, method, path, other));
        }
      }
    }
    return item;
  }

  private static Route route(Target service, String method, String path) {
    String example = PARAMETER.matcher(path).replaceAll(SOME_ID);
    return Route.of(method.toUpperCase(Locale.ROOT), example)
        .filter(r -> r.target() == service)
        .orElseThrow(
            () ->
                new DocumentsClashException(
                    "%s documents %s %s, which no route leads to"
                        .formatted(service.serviceName(), method, path)));
  }
}
