package pl.dziennik.synergia.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.support.keycloak.IdentityUnavailable;
import pl.dziennik.support.keycloak.KeycloakClient;

/** {@link IdentityProvider} over Keycloak's Admin REST API. */
@ApplicationScoped
@DefaultBean
class KeycloakUsers implements IdentityProvider {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "password";

  private final KeycloakClient keycloak;

  KeycloakUsers(KeycloakClient keycloak) {
    this.keycloak = keycloak;
  }

  @Override
  public String provision(NewUser user) {
    String subject =
        find(user)
            .orElseGet(
                () -> {
                  keycloak.post("/users", representation(user));
                  return find(user)
                      .orElseThrow(() -> new IdentityUnavailable("a user made is not there"));
                });
    giveRole(subject, user.kind().name());
    return subject;
  }

  @Override
  public void setPassword(String subject, String password) {
    credential(subject, password, false);
  }

  /**
   * Sessions end before the other credentials go: whoever was signed in could add one meanwhile,
   * and a second factor or a passkey of theirs would outlive the password. Whom somebody's guessing
   * has locked out gets in again.
   */
  @Override
  public void setOneTimePassword(String subject, String password) {
    credential(subject, password, true);
    keycloak.post("/users/" + subject + "/logout", JSON.createObjectNode());
    for (JsonNode held : keycloak.get("/users/" + subject + "/credentials")) {
      if (!held.path("type").asText().equals(PASSWORD)) {
        UUID id = UUID.fromString(held.path("id").asText());
        keycloak.delete("/users/" + subject + "/credentials/" + id);
      }
    }
    keycloak.delete("/attack-detection/brute-force/users/" + subject);
  }

  private void credential(String subject, String password, boolean temporary) {
    UUID.fromString(subject);
    ObjectNode credential =
        JSON.createObjectNode()
            .put("type", PASSWORD)
            .put("value", password)
            .put("temporary", temporary);
    keycloak.put("/users/" + subject + "/reset-password", credential);
  }

  /**
   * {@code POST users} ignores a caller's id, so a user is found by name and adopted if it is ours.
   */
  private Optional<String> find(NewUser user) {
    JsonNode found =
        keycloak.get("/users?exact=true&briefRepresentation=false&username=" + user.login());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String owner = found.path(0).at("/attributes/accountId/0").asText();
    if (!owner.equals(user.accountId().toString())) {
      throw new IdentityUnavailable("login " + user.login() + " belongs to another account");
    }
    return Optional.of(found.path(0).path("id").asText());
  }

  private static ObjectNode representation(NewUser user) {
    ObjectNode body = JSON.createObjectNode().put("username", user.login()).put("enabled", true);
    ObjectNode attributes = body.putObject("attributes");
    attributes.putArray("school_id").add(user.schoolId().toString());
    attributes.putArray("accountId").add(user.accountId().toString());
    return body;
  }

  private void giveRole(String subject, String role) {
    String path = "/users/" + subject + "/role-mappings/realm";
    for (JsonNode available : keycloak.get(path + "/available")) {
      if (available.path("name").asText().equals(role)) {
        ArrayNode roles = JSON.createArrayNode().add(available);
        keycloak.post(path, roles);
      }
    }
  }
}
