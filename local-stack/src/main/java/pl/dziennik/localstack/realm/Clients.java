package pl.dziennik.localstack.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The clients, each with its scopes. */
final class Clients {
  private static final String PATH = "/clients";

  private Clients() {}

  static void apply(Realm realm, JsonNode wanted) {
    JsonNode existing = realm.get(PATH);
    for (JsonNode client : wanted) {
      String id = client.path("clientId").asText();
      Optional<JsonNode> old = Realm.find(existing, "clientId", id);
      if (old.isEmpty()) {
        realm.changed("client " + id);
        realm.post(PATH, client);
      } else if (!Difference.covers(old.get(), client)) {
        realm.changed("client " + id);
        realm.put(
            PATH + "/" + old.get().path("id").asText(),
            Difference.merge((ObjectNode) old.get(), (ObjectNode) client));
      }
      ScopesOfClient.apply(realm, id, client.path("defaultClientScopes"));
    }
  }
}
