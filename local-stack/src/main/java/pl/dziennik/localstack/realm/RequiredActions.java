package pl.dziennik.localstack.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a person may be asked, or may ask Keycloak, to do; all that is not named is off. */
final class RequiredActions {
  private static final String PATH = "/authentication/required-actions";

  private RequiredActions() {}

  static void apply(Realm realm, JsonNode wanted) {
    for (JsonNode action : realm.get(PATH)) {
      String alias = action.path("alias").asText();
      boolean isWanted =
          Realm.find(wanted, "alias", alias)
              .map(named -> named.path("enabled").asBoolean())
              .orElse(false);
      if (action.path("enabled").asBoolean() != isWanted) {
        realm.changed("required action " + alias + (isWanted ? " on" : " off"));
        ObjectNode switched = action.deepCopy();
        switched.put("enabled", isWanted).put("defaultAction", false);
        realm.put(PATH + "/" + KeycloakAdmin.encode(alias), switched);
      }
    }
  }
}
