package pl.dziennik.localstack.realm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * Brings a realm to what its file says. Keycloak's own import skips a realm that exists; this one
 * compares and changes only what differs, so it runs at every start.
 */
public final class RealmSetup {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RealmSetup() {}

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
      ObjectNode wanted = (ObjectNode) JSON.readTree(text);
      if (localClient) {
        LocalClient.addTo(wanted);
      }
      Realm realm = new Realm(admin, wanted.path("realm").asText());
      apply(realm, wanted);
      return realm.changes();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the realm file is no JSON", e);
    }
  }

  /** In this order: clients name scopes, scopes and service accounts name roles. */
  private static void apply(Realm realm, ObjectNode wanted) throws JsonProcessingException {
    RealmSettings.apply(realm, wanted);
    RequiredActions.apply(realm, wanted.path("requiredActions"));
    UserProfile.apply(realm, wanted.path("components"));
    RealmRoles.apply(realm, wanted.at("/roles/realm"));
    LocalizationTexts.apply(realm, wanted.path("localizationTexts"));
    ClientScopes.apply(realm, wanted.path("clientScopes"));
    Clients.apply(realm, wanted.path("clients"));
    ServiceAccountRoles.apply(realm);
  }
}
