package pl.dziennik.localstack.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The realm itself, without its parts. */
final class RealmSettings {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> PARTS =
      List.of(
          "clients",
          "clientScopes",
          "components",
          "roles",
          "localizationTexts",
          "requiredActions",
          // The roles of the service account, for installations that import; ServiceAccountRoles
          // sees to them here.
          "users",
          // Keycloak takes these two at an import and never says them again.
          "defaultDefaultClientScopes",
          "defaultOptionalClientScopes");

  private RealmSettings() {}

  static void apply(Realm realm, ObjectNode wanted) {
    ObjectNode settings = wanted.deepCopy().without(PARTS);
    ObjectNode bare = JSON.createObjectNode();
    bare.put("id", realm.name()).put("realm", realm.name()).put("enabled", true);
    JsonNode existing = realm.ensured(bare);
    if (!Difference.covers(existing, settings)) {
      realm.changed("settings");
      realm.put("", Difference.merge((ObjectNode) existing, settings));
    }
  }
}
