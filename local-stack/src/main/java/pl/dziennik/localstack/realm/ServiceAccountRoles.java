package pl.dziennik.localstack.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one service account that makes users: these two roles and nothing more. */
final class ServiceAccountRoles {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> USER_ADMINS =
      Map.of("synergia", "synergia-admin", "librus", "account-admin");

  private ServiceAccountRoles() {}

  static void apply(Realm realm) {
    Optional.ofNullable(USER_ADMINS.get(realm.name()))
        .ifPresent(clientId -> apply(realm, clientId));
  }

  private static void apply(Realm realm, String clientId) {
    String management = realm.idOfClient("realm-management");
    String account = "/clients/" + realm.idOfClient(clientId) + "/service-account-user";
    String user = realm.get(account).path("id").asText();
    String path = "/users/" + user + "/role-mappings/clients/" + management;
    JsonNode has = realm.get(path);
    ArrayNode missing = JSON.createArrayNode();
    for (String role : List.of("manage-users", "query-users")) {
      if (Realm.find(has, "name", role).isEmpty()) {
        missing.add(realm.get("/clients/" + management + "/roles/" + role));
      }
    }
    if (!missing.isEmpty()) {
      realm.changed("roles of " + clientId);
      realm.post(path, missing);
    }
  }
}
