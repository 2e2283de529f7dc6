package pl.dziennik.account.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import pl.dziennik.support.keycloak.KeycloakClient;

/** {@link IdentityProvider} over Keycloak's Admin REST API. */
@ApplicationScoped
@DefaultBean
class KeycloakUsers implements IdentityProvider {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MANY = 500;

  private final KeycloakClient keycloak;

  KeycloakUsers(KeycloakClient keycloak) {
    this.keycloak = keycloak;
  }

  @Override
  public String register(String email, String password, UUID registrationId) {
    JsonNode old = find(email);
    if (!old.isEmpty()) {
      if (old.path(0).path("enabled").asBoolean()) {
        throw new AddressTaken();
      }
      remove(old.path(0).path("id").asText());
    }
    ObjectNode user =
        JSON.createObjectNode()
            .put("username", email)
            .put("email", email)
            .put("emailVerified", false)
            .put("enabled", false);
    user.putObject("attributes").putArray("registrationId").add(registrationId.toString());
    user.putArray("credentials").add(credential(password));
    keycloak.post("/users", user);
    return find(email).path(0).path("id").asText();
  }

  @Override
  public void enable(String subject) {
    ObjectNode user = (ObjectNode) keycloak.get("/users/" + id(subject));
    user.put("enabled", true).put("emailVerified", true);
    keycloak.put("/users/" + id(subject), user);
  }

  @Override
  public void setPassword(String subject, String password) {
    keycloak.put("/users/" + id(subject) + "/reset-password", credential(password));
    keycloak.post("/users/" + id(subject) + "/logout", JSON.createObjectNode());
  }

  @Override
  public void remove(String subject) {
    // Asked first: what is gone already is as it should be, and Keycloak calls it a 404.
    if (!keycloak.get("/users?briefRepresentation=true&search=id:" + id(subject)).isEmpty()) {
      keycloak.delete("/users/" + id(subject));
    }
  }

  @Override
  public List<Disabled> disabled() {
    List<Disabled> out = new ArrayList<>();
    for (JsonNode user :
        keycloak.get("/users?enabled=false&briefRepresentation=false&max=" + MANY)) {
      String registration = user.at("/attributes/registrationId/0").asText();
      if (!registration.isEmpty()) {
        out.add(
            new Disabled(
                user.path("id").asText(),
                UUID.fromString(registration),
                user.path("createdTimestamp").asLong()));
      }
    }
    return out;
  }

  private JsonNode find(String email) {
    String name = URLEncoder.encode(email, StandardCharsets.UTF_8);
    return keycloak.get("/users?exact=true&briefRepresentation=false&username=" + name);
  }

  private static ObjectNode credential(String password) {
    return JSON.createObjectNode()
        .put("type", "password")
        .put("value", password)
        .put("temporary", false);
  }

  /** A subject goes into a path: it must be what Keycloak gives out. */
  private static String id(String subject) {
    return UUID.fromString(subject).toString();
  }
}
