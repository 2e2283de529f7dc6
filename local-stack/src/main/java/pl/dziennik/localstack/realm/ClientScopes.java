package pl.dziennik.localstack.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Optional;

/**
 * What goes into tokens; a scope that differs is made anew, for its mappers have ids of their own.
 */
final class ClientScopes {
  private static final String PATH = "/client-scopes";

  private ClientScopes() {}

  static void apply(Realm realm, JsonNode wanted) {
    JsonNode existing = realm.get(PATH);
    for (JsonNode scope : wanted) {
      Optional<JsonNode> old = Realm.find(existing, "name", scope.path("name").asText());
      if (old.isPresent() && !same(old.get(), scope)) {
        realm.delete(PATH + "/" + old.get().path("id").asText());
        old = Optional.empty();
      }
      if (old.isEmpty()) {
        realm.changed("client scope " + scope.path("name").asText());
        realm.post(PATH, scope);
      }
    }
  }

  private static boolean same(JsonNode old, JsonNode scope) {
    ArrayNode mappers = (ArrayNode) scope.path("protocolMappers");
    JsonNode has = old.path("protocolMappers");
    return has.size() == mappers.size()
        && mappers
            .valueStream()
            .allMatch(
                mapper ->
                    Realm.find(has, "name", mapper.path("name").asText())
                        .filter(same -> Difference.covers(same, mapper))
                        .isPresent());
  }
}
