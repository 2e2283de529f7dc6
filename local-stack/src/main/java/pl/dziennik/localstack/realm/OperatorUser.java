package pl.dziennik.localstack.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The local operator: a user of realm {@code synergia} with role OPERATOR and no school. */
public final class OperatorUser {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String USERS = "/synergia/users";

  private OperatorUser() {}

  /**
   * Makes the user if there is none.
   *
   * @return its subject
   */
  public static String ensure(KeycloakAdmin admin, String username, String password) {
    String lookup = USERS + "?exact=true&username=" + KeycloakAdmin.encode(username);
    JsonNode found = admin.get(lookup);
    if (found.isEmpty()) {
      ObjectNode user = JSON.createObjectNode().put("username", username).put("enabled", true);
      user.putArray("credentials")
          .addObject()
          .put("type", "password")
          .put("value", password)
          .put("temporary", false);
      admin.post(USERS, user);
      found = admin.get(lookup);
    }
    String id = found.path(0).path("id").asText();
    ArrayNode roles = JSON.createArrayNode();
    roles.add(admin.get("/synergia/roles/OPERATOR"));
    admin.post(USERS + "/" + id + "/role-mappings/realm", roles);
    return id;
  }
}
