package pl.dziennik.localstack.realm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The client behind {@code ./synergia token}: direct grants, so it exists on the local platform
 * only and in no realm file.
 */
final class LocalClient {
  private LocalClient() {}

  static void addTo(ObjectNode realm) {
    ObjectNode client = ((ArrayNode) realm.path("clients")).addObject();
    client
        .put("clientId", "local-cli")
        .put("enabled", true)
        .put("protocol", "openid-connect")
        .put("publicClient", true)
        .put("standardFlowEnabled", false)
        .put("implicitFlowEnabled", false)
        .put("serviceAccountsEnabled", false)
        .put("directAccessGrantsEnabled", true)
        .put("fullScopeAllowed", true);
    ArrayNode scopes = client.putArray("defaultClientScopes").add("basic");
    if ("synergia".equals(realm.path("realm").asText())) {
      scopes.add("school").add("synergia-api");
    } else {
      scopes.add("email").add("family-api");
    }
  }
}
