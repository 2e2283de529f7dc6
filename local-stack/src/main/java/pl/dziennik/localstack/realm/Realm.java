package pl.dziennik.localstack.realm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One realm of a running Keycloak, and what has been changed in it. Paths are the realm's own. */
final class Realm {
  private final KeycloakAdmin admin;
  private final String name;
  private final List<String> changes = new ArrayList<>();

  Realm(KeycloakAdmin admin, String name) {
    this.admin = admin;
    this.name = name;
  }

  String name() {
    return name;
  }

  /** The body, or missing for a 404. */
  JsonNode get(String path) {
    return admin.get("/" + name + path);
  }

  /** The realm itself; makes it where there is none. */
  JsonNode ensured(JsonNode bare) {
    JsonNode existing = get("");
    if (existing.isMissingNode()) {
      changed("realm made");
      admin.post("", bare);
      existing = get("");
    }
    return existing;
  }

  void put(String path, JsonNode body) {
    admin.put("/" + name + path, body);
  }

  void post(String path, JsonNode body) {
    admin.post("/" + name + path, body);
  }

  void delete(String path) {
    admin.delete("/" + name + path);
  }

  /** Keycloak's own id of a client, by which its paths go. */
  String idOfClient(String clientId) {
    return get("/clients?clientId=" + KeycloakAdmin.encode(clientId)).path(0).path("id").asText();
  }

  /** Notes a change, in words. */
  void changed(String what) {
    changes.add(name + ": " + what);
  }

  List<String> changes() {
    return List.copyOf(changes);
  }

  /** The entry of an array whose field has that value. */
  static Optional<JsonNode> find(JsonNode array, String field, String value) {
    return array.valueStream().filter(n -> n.path(field).asText().equals(value)).findFirst();
  }
}
