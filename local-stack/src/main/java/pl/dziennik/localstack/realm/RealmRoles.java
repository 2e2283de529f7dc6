package pl.dziennik.localstack.realm;

import com.fasterxml.jackson.databind.JsonNode;

/** The coarse roles of a token. */
final class RealmRoles {
  private static final String PATH = "/roles";

  private RealmRoles() {}

  static void apply(Realm realm, JsonNode wanted) {
    for (JsonNode role : wanted) {
      String name = role.path("name").asText();
      if (realm.get(PATH + "/" + name).isMissingNode()) {
        realm.changed("role " + name);
        realm.post(PATH, role);
      }
    }
  }
}
