package pl.dziennik.gateway;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What the gateway itself asks of a caller and answers, read from the route. */
final class GatewayAnswers {
  /** Any other way to an access token, for trying the API by hand. */
  static final String BEARER = "accessToken";

  private static final List<Integer> ALWAYS = List.of(429, 503);
  private static final List<Integer> GUARDED = List.of(401, 403);

  private GatewayAnswers() {}

  static void addTo(JsonObject operation, Route route) {
    JsonObject responses = operation.getJsonObject("responses", new JsonObject());
    operation.put("responses", responses);
    ALWAYS.forEach(status -> add(responses, status));
    JsonArray security = new JsonArray();
    if (!route.isPublic()) {
      GUARDED.forEach(status -> add(responses, status));
      security.add(new JsonObject().put(route.target().realm(), new JsonArray()));
      security.add(new JsonObject().put(BEARER, new JsonArray()));
    }
    operation.put("security", security);
  }

  /** The services declare these answers, in the words that all problems share. */
  private static void add(JsonObject responses, int status) {
    String code = Integer.toString(status);
    if (!responses.containsKey(code)) {
      responses.put(code, new JsonObject().put("$ref", "#/components/responses/Problem" + code));
    }
  }
}
