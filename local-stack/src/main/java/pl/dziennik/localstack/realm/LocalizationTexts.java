package pl.dziennik.localstack.realm;

import com.fasterxml.jackson.databind.JsonNode;

/** Our words on Keycloak's pages, by language. */
final class LocalizationTexts {
  private LocalizationTexts() {}

  static void apply(Realm realm, JsonNode wanted) {
    wanted
        .properties()
        .forEach(
            language -> {
              String path = "/localization/" + language.getKey();
              if (!Difference.covers(realm.get(path), language.getValue())) {
                realm.changed("texts " + language.getKey());
                realm.post(path, language.getValue());
              }
            });
  }
}
