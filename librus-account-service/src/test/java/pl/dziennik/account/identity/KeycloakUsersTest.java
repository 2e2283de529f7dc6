package pl.dziennik.account.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.dziennik.support.keycloak.KeycloakClient;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.testkit.StubKeycloak;

/** What is asked of Keycloak, call by call. */
class KeycloakUsersTest {
  private static final String SUBJECT = "0190f3c1-0000-7000-8000-000000000001";
  private static final String OTP = "0190f3c1-0000-7000-8000-000000000002";
  private static final String PASSWORD = "0190f3c1-0000-7000-8000-000000000003";
  private static final String PASSKEY = "0190f3c1-0000-7000-8000-000000000004";
  private static final String DISABLED = "GET /users?enabled=false&briefRepresentation=false";

  private final StubKeycloak keycloak = StubKeycloak.started();
  private final KeycloakUsers users =
      new KeycloakUsers(
          new KeycloakClient(keycloak.url(), "librus", "account-admin", "s", Clock.systemUTC()));

  KeycloakUsersTest() throws IOException {}

  @AfterEach
  void stop() {
    keycloak.close();
  }

  @Test
  void aNewPasswordLeavesNoSessionAndNoOtherCredential() {
    keycloak.answers(
        "GET /users/" + SUBJECT + "/credentials",
        200,
        """
        [{"id":"%s","type":"otp"},{"id":"%s","type":"password"},
         {"id":"%s","type":"webauthn-passwordless"}]
        """
            .formatted(OTP, PASSWORD, PASSKEY));

    users.setPassword(SUBJECT, "calkiem-nowe-haslo");

    String user = " /users/" + SUBJECT;
    assertThat(keycloak.asked())
        .containsExactly(
            "PUT" + user + "/reset-password",
            "POST" + user + "/logout",
            "GET" + user + "/credentials",
            "DELETE" + user + "/credentials/" + OTP,
            "DELETE" + user + "/credentials/" + PASSKEY,
            "DELETE /attack-detection/brute-force" + user.strip());
  }

  @Test
  void disabledUsersAreReadPageByPageAndOnlyThoseOfARegistration() {
    String registered = page(500, "{\"id\":\"%s\",\"attributes\":{\"registrationId\":[\"%s\"]}}");
    keycloak.answers(DISABLED + "&first=0&max=500", 200, registered);
    keycloak.answers(
        DISABLED + "&first=500&max=500",
        200,
        "[{\"id\":\"x\"},{\"id\":\"y\",\"attributes\":{\"registrationId\":[\"no-id\"]}},"
            + page(1, "{\"id\":\"%s\",\"attributes\":{\"registrationId\":[\"%s\"]}}").substring(1));

    assertThat(users.disabled()).hasSize(501);
  }

  @Test
  void whatKeycloakRefusesIsTheCallersToMend() {
    keycloak.answers("POST /users", 400, "{\"field\":\"email\",\"errorMessage\":\"bad\"}");
    assertRefused("email");
    keycloak.answers("POST /users", 400, "{\"errorMessage\":\"Password policy not met\"}");
    assertRefused("password");
  }

  private void assertRefused(String field) {
    assertThatThrownBy(() -> users.create("a@x.pl", "zielony-rower-9", UUID.randomUUID()))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(400);
              assertThat(problem.errors())
                  .extracting(Problem.FieldError::field)
                  .containsExactly(field);
            });
  }

  private static String page(int size, String user) {
    return IntStream.range(0, size)
        .mapToObj(i -> user.formatted(UUID.randomUUID(), UUID.randomUUID()))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
