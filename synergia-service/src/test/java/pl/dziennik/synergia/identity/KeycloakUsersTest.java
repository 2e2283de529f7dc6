package pl.dziennik.synergia.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import pl.dziennik.support.keycloak.KeycloakClient;
import pl.dziennik.testkit.StubKeycloak;

/** What is asked of Keycloak, call by call. */
class KeycloakUsersTest {
  private static final String SUBJECT = "0190f3c1-0000-7000-8000-000000000001";
  private static final String OTP = "0190f3c1-0000-7000-8000-000000000002";
  private static final String PASSWORD = "0190f3c1-0000-7000-8000-000000000003";

  @Test
  void aOneTimePasswordLeavesNoSessionAndNoOtherCredential() throws IOException {
    String user = " /users/" + SUBJECT;
    try (StubKeycloak keycloak = StubKeycloak.started()) {
      keycloak.answers(
          "GET" + user + "/credentials",
          200,
          "[{\"id\":\"%s\",\"type\":\"otp\"},{\"id\":\"%s\",\"type\":\"password\"}]"
              .formatted(OTP, PASSWORD));

      new KeycloakUsers(
              new KeycloakClient(keycloak.url(), "synergia", "school", "s", Clock.systemUTC()))
          .setOneTimePassword(SUBJECT, "jednorazowe-haslo");

      assertThat(keycloak.asked())
          .containsExactly(
              "PUT" + user + "/reset-password",
              "POST" + user + "/logout",
              "GET" + user + "/credentials",
              "DELETE" + user + "/credentials/" + OTP,
              "DELETE /attack-detection/brute-force" + user.strip());
    }
  }
}
