package pl.dziennik.support.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import pl.dziennik.support.problem.ProblemDocument;

/**
 * The refusals that follow from the shape of an operation. Those that the gateway gives (401, 403,
 * 429, 503) are declared here and referred to by it.
 */
final class StandardProblems {
  private static final Map<Integer, Kind> KINDS = new LinkedHashMap<>();

  static {
    kind(400, "invalid-request", "Not what the operation takes; `errors` names the fields.");
    kind(401, "invalid-token", "No access token, or none that is valid here.");
    kind(403, "forbidden", "The caller is known and may not do this.");
    kind(404, "not-found", "There is no such thing, or it is not yours to see.");
    kind(409, "conflict", "The state of things does not allow it now.");
    kind(412, "stale", "The thing was changed meanwhile: read it again.");
    kind(422, "unprocessable", "Well-formed and still not to be taken; `errors` names the fields.");
    kind(428, "if-match-required", "Send If-Match with the ETag that you read.");
    kind(429, "rate-limited", "Too many requests; wait as long as Retry-After says.");
    kind(503, "service-unavailable", "A service does not answer; try again in a moment.");
  }

  private StandardProblems() {}

  private record Kind(int status, String code, String text) {
    Map<String, Object> example() {
      Map<String, Object> example = new LinkedHashMap<>();
      example.put("type", "urn:dziennik:problem:" + code);
      example.put("title", ProblemDocument.title(status));
      example.put("status", status);
      example.put("code", code);
      example.put("detail", text);
      if (status == 400 || status == 422) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("field", "id");
        error.put("detail", "is not known");
        example.put("errors", List.of(error));
      }
      example.put("traceId", "0af7651916cd43dd8448eb211c80319c");
      return example;
    }

    APIResponse response() {
      return OASFactory.createAPIResponse().description(text).content(content(example()));
    }
  }

  static void declareIn(Components components) {
    components.addSchema("Problem", schema());
    KINDS.values().forEach(k -> components.addResponse(name(k.status()), k.response()));
  }

  static void addTo(HttpMethod method, Operation operation) {
    List<Parameter> parameters = Optional.ofNullable(operation.getParameters()).orElse(List.of());
    boolean changes = method != HttpMethod.GET && method != HttpMethod.HEAD;
    boolean hasBody = operation.getRequestBody() != null;
    add(operation, 400, hasBody || !parameters.isEmpty());
    add(operation, 404, parameters.stream().anyMatch(StandardProblems::namesAThing));
    add(operation, 409, changes);
    add(operation, 422, hasBody);
    boolean conditional = parameters.stream().anyMatch(p -> "If-Match".equals(p.getName()));
    add(operation, 412, conditional);
    add(operation, 428, conditional);
    operation.getResponses().getAPIResponses().forEach(StandardProblems::complete);
  }

  private static boolean namesAThing(Parameter parameter) {
    return parameter.getIn() == Parameter.In.PATH
        || String.valueOf(parameter.getName()).endsWith("Id");
  }

  private static void add(Operation operation, int status, boolean applies) {
    String code = Integer.toString(status);
    Optional<APIResponse> said = Optional.ofNullable(operation.getResponses().getAPIResponse(code));
    if (applies && said.map(r -> r.getContent() == null && isBare(r)).orElse(true)) {
      operation
          .getResponses()
          .addAPIResponse(code, OASFactory.createAPIResponse().ref(name(status)));
    }
  }

  /** Put there by the framework, not by one of us. */
  private static boolean isBare(APIResponse response) {
    return response.getDescription() == null || "Bad Request".equals(response.getDescription());
  }

  /** A refusal that an operation describes itself still is a problem document. */
  private static void complete(String status, APIResponse response) {
    if (status.matches("[45]..") && response.getRef() == null && response.getContent() == null) {
      Kind known = KINDS.get(Integer.valueOf(status));
      response.setContent(content(known == null ? Map.of() : known.example()));
    }
  }

  private static Content content(Map<String, Object> example) {
    return OASFactory.createContent()
        .addMediaType(
            ProblemDocument.MEDIA_TYPE,
            OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("Problem"))
                .example(example.isEmpty() ? null : example));
  }

  private static Schema schema() {
    Schema field =
        OASFactory.createSchema()
            .addType(SchemaType.OBJECT)
            .addProperty("field", text("Path in the body, or the parameter's name"))
            .addProperty("detail", text("What is wrong with it"));
    Schema status = OASFactory.createSchema().addType(SchemaType.INTEGER);
    Schema errors = OASFactory.createSchema().addType(SchemaType.ARRAY).items(field);
    return OASFactory.createSchema()
        .addType(SchemaType.OBJECT)
        .description("A refusal (RFC 9457). Decide by `code`, which is stable.")
        .required(List.of("type", "title", "status", "code"))
        .addProperty("type", text("A URN that ends in the code"))
        .addProperty("title", text("The status in words"))
        .addProperty("status", status)
        .addProperty("code", text("Stable, kebab-case"))
        .addProperty("detail", text("For a developer"))
        .addProperty("errors", errors)
        .addProperty("traceId", text("To be named when asking for help"));
  }

  private static Schema text(String description) {
    return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
  }

  private static String name(int status) {
    return "Problem" + status;
  }

  private static void kind(int status, String code, String text) {
    KINDS.put(status, new Kind(status, code, text));
  }
}
