package pl.dziennik.localstack.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** Keycloak ignores the scopes of a client that is updated, so they are set one by one. */
final class ScopesOfClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ScopesOfClient() {}

  /**
   * @param wanted names of its default scopes; missing where the file says nothing about them
   */
  static void apply(Realm realm, String clientId, JsonNode wanted) {
    if (wanted.isMissingNode()) {
      return;
    }
    String path = "/clients/" + realm.idOfClient(clientId) + "/default-client-scopes";
    List<String> missing = new ArrayList<>();
    wanted.forEach(n -> missing.add(n.asText()));
    for (JsonNode has : realm.get(path)) {
      if (!missing.remove(has.path("name").asText())) {
        realm.changed("client " + clientId + " loses scope " + has.path("name").asText());
        realm.delete(path + "/" + has.path("id").asText());
      }
    }
    JsonNode scopes = missing.isEmpty() ? JSON.createArrayNode() : realm.get("/client-scopes");
    for (String name : missing) {
      realm.changed("client " + clientId + " gets scope " + name);
      String scope = Realm.find(scopes, "name", name).orElseThrow().path("id").asText();
      realm.put(path + "/" + scope, JSON.createObjectNode());
    }
  }
}
