package pl.dziennik.localstack.realm;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Map;

/** The one service account that makes users: these two roles and nothing more. */
final class ServiceAccountRoles {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, List<String>> USER_ADMINS =
      Map.of("synergia", List.of("synergia-admin"), "librus", List.of("account-admin"));

  private ServiceAccountRoles() {}

  static void apply(Realm realm) {
    String management = realm.idOfClient("realm-management");
    for (String clientId : USER_ADMINS.getOrDefault(realm.name(), List.of())) {
      String account = "/clients/" + realm.idOfClient(clientId) + "/service-account-user";
      String user = realm.get(account).path("id").asText();
      String path = "/users/" + user + "/role-mappings/clients/" + management;
      ArrayNode missing = JSON.createArrayNode();
      for (String role : List.of("manage-users", "query-users")) {
        if (Realm.find(realm.get(path), "name", role).isEmpty()) {
          missing.add(realm.get("/clients/" + management + "/roles/" + role));
        }
      }
      if (!missing.isEmpty()) {
        realm.changed("roles of " + clientId);
        realm.post(path, missing);
      }
    }
  }
}
