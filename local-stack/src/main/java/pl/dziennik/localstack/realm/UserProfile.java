package pl.dziennik.localstack.realm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Which attributes a user has and who may edit them; in the file it is JSON within JSON. */
final class UserProfile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PATH = "/users/profile";

  private UserProfile() {}

  static void apply(Realm realm, JsonNode components) throws JsonProcessingException {
    String text =
        components
            .at("/org.keycloak.userprofile.UserProfileProvider/0/config")
            .path("kc.user.profile.config")
            .path(0)
            .asText();
    JsonNode profile = JSON.readTree(text);
    JsonNode existing = realm.get(PATH);
    if (!Difference.covers(existing.path("attributes"), profile.path("attributes"))
        || !existing.path("unmanagedAttributePolicy").isMissingNode()) {
      realm.changed("user profile");
      realm.put(PATH, profile);
    }
  }
}
