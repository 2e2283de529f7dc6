package pl.dziennik.systemtests.demo;

import com.fasterxml.jackson.databind.JsonNode;
import pl.dziennik.systemtests.client.Api;
import pl.dziennik.systemtests.journey.School.ClassOfAFamily;

/** Finds an issued account by what stands on its slip. */
final class Accounts {
  private Accounts() {}

  static String byLogin(Api administrator, ClassOfAFamily family, String login) {
    for (JsonNode account :
        administrator.get(family.batchPath()).expect(200).json().path("accounts")) {
      if (account.path("login").asText().equals(login)) {
        return account.path("id").asText();
      }
    }
    throw new IllegalStateException("no account with login " + login);
  }
}
