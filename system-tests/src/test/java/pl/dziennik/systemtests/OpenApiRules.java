package pl.dziennik.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What must hold of the document that integrators generate their clients from. */
final class OpenApiRules {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options");
  private static final Pattern PREFIXED =
      Pattern.compile("(Synergia|Account|Family|Notification)[A-Z].*");
  private static final Set<String> SHARED =
      Set.of("UUID", "Instant", "LocalDate", "LocalTime", "YearMonth", "URI", "Problem");

  private final JsonNode document;
  private final List<String> violations = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private OpenApiRules(JsonNode document) {
    this.document = document;
  }

  /** One line for each thing that is not as it must be. */
  static List<String> violations(JsonNode document) {
    OpenApiRules rules = new OpenApiRules(document);
    rules.check();
    return rules.violations;
  }

  private void check() {
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      require(!path.getKey().contains("/internal/"), path.getKey(), "is internal");
      path.getValue().properties().stream()
          .filter(m -> METHODS.contains(m.getKey()))
          .forEach(m -> operation(m.getKey() + " " + path.getKey(), m.getValue()));
    }
    JsonNode schemas = document.at("/components/schemas");
    schemas.fieldNames().forEachRemaining(name -> schemaName(schemas, name));
    references(document);
  }

  private void operation(String where, JsonNode operation) {
    String id = operation.path("operationId").asText();
    require(id.matches("[a-z][A-Za-z]+"), where, "has no operationId");
    require(ids.add(id), where, "has the operationId of another: " + id);
    require(!operation.path("summary").asText().isBlank(), where, "has no summary");
    require(operation.has("security"), where, "does not say whether it needs a token");
    for (JsonNode alternative : operation.path("security")) {
      alternative
          .fieldNames()
          .forEachRemaining(
              s -> require(document.at("/components/securitySchemes").has(s), where, "needs " + s));
    }
    boolean refuses = false;
    for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
      boolean isRefusal = response.getKey().matches("[45]..");
      refuses |= isRefusal;
      JsonNode answer = resolved(response.getValue());
      if (isRefusal) {
        problem(where + " " + response.getKey(), answer);
      } else {
        success(where + " " + response.getKey(), answer);
      }
    }
    require(refuses, where, "has no refusal");
  }

  private void problem(String where, JsonNode answer) {
    JsonNode problem = answer.path("content").path("application/problem+json");
    require(
        problem.at("/schema/$ref").asText().endsWith("/Problem"), where, "is no problem document");
    require(problem.has("example"), where, "has no example");
  }

  private void success(String where, JsonNode answer) {
    JsonNode body = answer.path("content").path("application/json");
    if (!body.isMissingNode()) {
      require(!body.path("schema").isEmpty(), where, "has a body without a schema");
      require(body.has("example") || body.has("examples"), where, "has no example");
    }
  }

  private void schemaName(JsonNode schemas, String name) {
    require(
        PREFIXED.matcher(name).matches() || SHARED.contains(name),
        "schema " + name,
        "lacks its service's prefix");
    require(
        !name.matches(".*\\d") || !schemas.has(name.replaceFirst("\\d+$", "")),
        "schema " + name,
        "is a second one of its name");
  }

  private void references(JsonNode node) {
    if (node.has("$ref")) {
      require(!resolved(node).isMissingNode(), node.path("$ref").asText(), "leads nowhere");
    }
    node.forEach(this::references);
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }

  private void require(boolean holds, String where, String what) {
    if (!holds) {
      violations.add(where + " " + what);
    }
  }
}
