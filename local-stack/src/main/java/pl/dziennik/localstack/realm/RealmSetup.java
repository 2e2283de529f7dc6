package pl.dziennik.localstack.realm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings a realm to what its file says. Keycloak's own import skips a realm that exists; this one
 * compares and changes only what differs, so it runs at every start.
 */
public final class RealmSetup {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> PARTS =
      List.of(
          "clients",
          "clientScopes",
          "components",
          "roles",
          "localizationTexts",
          "requiredActions",
          // The roles of the service account, for installations that import; serviceAccounts() sees
          // to them here.
          "users",
          // Keycloak takes these two at an import and never says them again.
          "defaultDefaultClientScopes",
          "defaultOptionalClientScopes");
  private static final Map<String, List<String>> USER_ADMINS =
      Map.of("synergia", List.of("synergia-admin"), "librus", List.of("account-admin"));

  private final KeycloakAdmin admin;
  private final ObjectNode wanted;
  private final String realm;
  private final List<String> changes = new ArrayList<>();

  private RealmSetup(KeycloakAdmin admin, ObjectNode wanted) {
    this.admin = admin;
    this.wanted = wanted;
    this.realm = wanted.path("realm").asText();
  }

  /**
   * Applies a realm file.
   *
   * @param file the realm as Keycloak imports it, with <code>${NAME}</code> for what differs
   *     between installations
   * @param values of these names
   * @param localClient whether this installation has {@code local-cli} (direct grants, for trying
   *     the API by hand); never in production
   * @return what was changed, a line each
   */
  public static List<String> apply(
      KeycloakAdmin admin, String file, Map<String, String> values, boolean localClient) {
    String text = file;
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("${" + value.getKey() + "}", value.getValue());
    }
    try {
      RealmSetup setup = new RealmSetup(admin, (ObjectNode) JSON.readTree(text));
      if (localClient) {
        LocalClient.addTo(setup.wanted);
      }
      setup.run();
      return setup.changes;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the realm file is no JSON", e);
    }
  }

  private void run() throws JsonProcessingException {
    ObjectNode settings = wanted.deepCopy().without(PARTS);
    JsonNode existing = admin.get("/" + realm);
    if (existing.isMissingNode()) {
      changed("realm made");
      ObjectNode bare = JSON.createObjectNode();
      bare.put("id", realm).put("realm", realm).put("enabled", true);
      admin.post("", bare);
      existing = admin.get("/" + realm);
    }
    if (!Difference.covers(existing, settings)) {
      changed("settings");
      admin.put("/" + realm, Difference.merge((ObjectNode) existing, settings));
    }
    requiredActions();
    userProfile();
    roles();
    texts();
    clientScopes();
    clients();
    serviceAccounts();
  }

  /** What a person may be asked, or may ask Keycloak, to do; all that is not named is off. */
  private void requiredActions() {
    String path = "/" + realm + "/authentication/required-actions";
    for (JsonNode action : admin.get(path)) {
      String alias = action.path("alias").asText();
      boolean isWanted =
          find(wanted.path("requiredActions"), "alias", alias)
              .map(named -> named.path("enabled").asBoolean())
              .orElse(false);
      if (action.path("enabled").asBoolean() != isWanted) {
        changed("required action " + alias + (isWanted ? " on" : " off"));
        ObjectNode switched = action.deepCopy();
        switched.put("enabled", isWanted).put("defaultAction", false);
        admin.put(path + "/" + KeycloakAdmin.encode(alias), switched);
      }
    }
  }

  private void userProfile() throws JsonProcessingException {
    String text =
        wanted
            .at("/components/org.keycloak.userprofile.UserProfileProvider/0/config")
            .path("kc.user.profile.config")
            .path(0)
            .asText();
    JsonNode profile = JSON.readTree(text);
    JsonNode existing = admin.get("/" + realm + "/users/profile");
    if (!Difference.covers(existing.path("attributes"), profile.path("attributes"))
        || !existing.path("unmanagedAttributePolicy").isMissingNode()) {
      changed("user profile");
      admin.put("/" + realm + "/users/profile", profile);
    }
  }

  private void roles() {
    for (JsonNode role : wanted.at("/roles/realm")) {
      String path = "/" + realm + "/roles";
      if (admin.get(path + "/" + role.path("name").asText()).isMissingNode()) {
        changed("role " + role.path("name").asText());
        admin.post(path, role);
      }
    }
  }

  private void texts() {
    wanted
        .path("localizationTexts")
        .properties()
        .forEach(
            language -> {
              String path = "/" + realm + "/localization/" + language.getKey();
              if (!Difference.covers(admin.get(path), language.getValue())) {
                changed("texts " + language.getKey());
                admin.post(path, language.getValue());
              }
            });
  }

  private void clientScopes() {
    String path = "/" + realm + "/client-scopes";
    JsonNode existing = admin.get(path);
    for (JsonNode scope : wanted.path("clientScopes")) {
      Optional<JsonNode> old = find(existing, "name", scope.path("name").asText());
      if (old.isPresent() && !sameScope(old.get(), scope)) {
        admin.delete(path + "/" + old.get().path("id").asText());
        old = Optional.empty();
      }
      if (old.isEmpty()) {
        changed("client scope " + scope.path("name").asText());
        admin.post(path, scope);
      }
    }
  }

  private static boolean sameScope(JsonNode old, JsonNode scope) {
    ArrayNode mappers = (ArrayNode) scope.path("protocolMappers");
    if (old.path("protocolMappers").size() != mappers.size()) {
      return false;
    }
    for (JsonNode mapper : mappers) {
      Optional<JsonNode> same =
          find(old.path("protocolMappers"), "name", mapper.path("name").asText());
      if (same.isEmpty() || !Difference.covers(same.get(), mapper)) {
        return false;
      }
    }
    return true;
  }

  private void clients() {
    String path = "/" + realm + "/clients";
    JsonNode existing = admin.get(path);
    for (JsonNode client : wanted.path("clients")) {
      String id = client.path("clientId").asText();
      Optional<JsonNode> old = find(existing, "clientId", id);
      if (old.isEmpty()) {
        changed("client " + id);
        admin.post(path, client);
      } else if (!Difference.covers(old.get(), client)) {
        changed("client " + id);
        admin.put(
            path + "/" + old.get().path("id").asText(),
            Difference.merge((ObjectNode) old.get(), (ObjectNode) client));
      }
      clientScopesOf(id);
    }
  }

  /** Keycloak ignores the scopes of a client that is updated, so they are set one by one. */
  private void clientScopesOf(String clientId) {
    Optional<JsonNode> wantedClient = find(wanted.path("clients"), "clientId", clientId);
    JsonNode names = wantedClient.orElseThrow().path("defaultClientScopes");
    if (names.isMissingNode()) {
      return;
    }
    String client = idOfClient(clientId);
    String path = "/" + realm + "/clients/" + client + "/default-client-scopes";
    List<String> want = new ArrayList<>();
    names.forEach(n -> want.add(n.asText()));
    for (JsonNode has : admin.get(path)) {
      if (!want.remove(has.path("name").asText())) {
        changed("client " + clientId + " loses scope " + has.path("name").asText());
        admin.delete(path + "/" + has.path("id").asText());
      }
    }
    JsonNode scopes =
        want.isEmpty() ? JSON.createArrayNode() : admin.get("/" + realm + "/client-scopes");
    for (String name : want) {
      changed("client " + clientId + " gets scope " + name);
      String scope = find(scopes, "name", name).orElseThrow().path("id").asText();
      admin.put(path + "/" + scope, JSON.createObjectNode());
    }
  }

  /** The one service account that makes users: these two roles and nothing more. */
  private void serviceAccounts() {
    String management = idOfClient("realm-management");
    for (String clientId : USER_ADMINS.getOrDefault(realm, List.of())) {
      String user =
          admin
              .get("/" + realm + "/clients/" + idOfClient(clientId) + "/service-account-user")
              .path("id")
              .asText();
      String path = "/" + realm + "/users/" + user + "/role-mappings/clients/" + management;
      ArrayNode missing = JSON.createArrayNode();
      for (String role : List.of("manage-users", "query-users")) {
        if (find(admin.get(path), "name", role).isEmpty()) {
          missing.add(admin.get("/" + realm + "/clients/" + management + "/roles/" + role));
        }
      }
      if (!missing.isEmpty()) {
        changed("roles of " + clientId);
        admin.post(path, missing);
      }
    }
  }

  private String idOfClient(String clientId) {
    JsonNode found = admin.get("/" + realm + "/clients?clientId=" + KeycloakAdmin.encode(clientId));
    return found.path(0).path("id").asText();
  }

  private void changed(String what) {
    changes.add(realm + ": " + what);
  }

  private static Optional<JsonNode> find(JsonNode array, String field, String value) {
    for (JsonNode node : array) {
      if (node.path(field).asText().equals(value)) {
        return Optional.of(node);
      }
    }
    return Optional.empty();
  }
}
