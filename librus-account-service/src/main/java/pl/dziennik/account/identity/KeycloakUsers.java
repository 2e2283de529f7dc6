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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import pl.dziennik.support.keycloak.IdentityRefused;
import pl.dziennik.support.keycloak.KeycloakClient;
import pl.dziennik.support.problem.Problem;

/** {@link IdentityProvider} over Keycloak's Admin REST API. */
@ApplicationScoped
@DefaultBean
class KeycloakUsers implements IdentityProvider {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "password";
  private static final String DISABLED = "/users?enabled=false&briefRepresentation=false";
  private static final int MANY = 500;

  private final KeycloakClient keycloak;

  KeycloakUsers(KeycloakClient keycloak) {
    this.keycloak = keycloak;
  }

  @Override
  public Optional<User> find(String email) {
    JsonNode found = named(email).path(0);
    return found.isMissingNode()
        ? Optional.empty()
        : Optional.of(
            new User(
                found.path("id").asText(), found.path("enabled").asBoolean(), registration(found)));
  }

  @Override
  public String create(String email, String password, UUID registrationId) {
    ObjectNode user =
        JSON.createObjectNode()
            .put("username", email)
            .put("email", email)
            .put("emailVerified", false)
            .put("enabled", false);
    user.putObject("attributes").putArray("registrationId").add(registrationId.toString());
    user.putArray("credentials").add(credential(password));
    refusable(() -> keycloak.post("/users", user));
    return named(email).path(0).path("id").asText();
  }

  @Override
  public void enable(String subject, boolean addressVerified) {
    change(subject, user -> user.put("enabled", true).put("emailVerified", addressVerified));
  }

  @Override
  public void verifyAddress(String subject) {
    change(subject, user -> user.put("emailVerified", true));
  }

  /**
   * Sessions end before the other credentials go: whoever was signed in could add one meanwhile.
   * And whoever is to lose the account may have left a second factor or a passkey, or have locked
   * the owner out by guessing.
   */
  @Override
  public void setPassword(String subject, String password) {
    String user = "/users/" + id(subject);
    refusable(() -> keycloak.put(user + "/reset-password", credential(password)));
    keycloak.post(user + "/logout", JSON.createObjectNode());
    for (JsonNode held : keycloak.get(user + "/credentials")) {
      if (!held.path("type").asText().equals(PASSWORD)) {
        keycloak.delete(user + "/credentials/" + id(held.path("id").asText()));
      }
    }
    keycloak.delete("/attack-detection/brute-force/users/" + id(subject));
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
    JsonNode page;
    int first = 0;
    do {
      page = keycloak.get(DISABLED + "&first=" + first + "&max=" + MANY);
      page.forEach(user -> disabled(user).ifPresent(out::add));
      first += MANY;
    } while (page.size() == MANY);
    return out;
  }

  private static Optional<Disabled> disabled(JsonNode user) {
    return registration(user)
        .map(
            id ->
                new Disabled(user.path("id").asText(), id, user.path("createdTimestamp").asLong()));
  }

  /** An operator may have written anything there: what is no id is none of ours. */
  private static Optional<UUID> registration(JsonNode user) {
    try {
      return Optional.of(UUID.fromString(user.at("/attributes/registrationId/0").asText()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private JsonNode named(String email) {
    String name = URLEncoder.encode(email, StandardCharsets.UTF_8);
    return keycloak.get("/users?exact=true&briefRepresentation=false&username=" + name);
  }

  private void change(String subject, Consumer<ObjectNode> change) {
    ObjectNode user = (ObjectNode) keycloak.get("/users/" + id(subject));
    change.accept(user);
    keycloak.put("/users/" + id(subject), user);
  }

  /** What Keycloak does not take is the caller's to mend, where the caller typed it. */
  private static void refusable(Runnable call) {
    try {
      call.run();
    } catch (IdentityRefused e) {
      throw Problem.of(400, "invalid-request", "Some fields are not acceptable.")
          .field(e.isOfPassword() ? PASSWORD : "email", "not accepted by the sign-in service");
    }
  }

  private static ObjectNode credential(String password) {
    return JSON.createObjectNode()
        .put("type", PASSWORD)
        .put("value", password)
        .put("temporary", false);
  }

  /** A subject goes into a path: it must be what Keycloak gives out. */
  private static String id(String subject) {
    return UUID.fromString(subject).toString();
  }
}
