package pl.dziennik.localstack.realm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hygiene of the realm files, which production imports as they are. */
class RealmFilesTest {
  private static final Set<String> DISABLED =
      Set.of("admin-cli", "account", "account-console", "security-admin-console", "broker");

  @ParameterizedTest
  @ValueSource(strings = {"synergia", "librus"})
  void keycloaksOwnClientsAreOff(String realm) throws IOException {
    List<String> off = new ArrayList<>();
    for (JsonNode client : read(realm).path("clients")) {
      if (!client.path("enabled").asBoolean()) {
        off.add(client.path("clientId").asText());
      }
    }
    assertThat(off).containsExactlyInAnyOrderElementsOf(DISABLED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"synergia", "librus"})
  void noClientTakesPasswordsOrSkipsPkce(String realm) throws IOException {
    for (JsonNode client : read(realm).path("clients")) {
      String id = client.path("clientId").asText();
      assertThat(id).isNotEqualTo("local-cli");
      assertThat(client.path("directAccessGrantsEnabled").asBoolean()).as(id).isFalse();
      assertThat(client.path("implicitFlowEnabled").asBoolean()).as(id).isFalse();
      if (client.path("standardFlowEnabled").asBoolean()) {
        assertThat(client.at("/attributes/pkce.code.challenge.method").asText())
            .as(id)
            .isEqualTo("S256");
        client.path("redirectUris").forEach(u -> assertThat(u.asText()).doesNotContain("*"));
      }
      String secret = client.path("secret").asText("${none}");
      assertThat(secret).as("secret of %s", id).matches("\\$\\{[A-Za-z_]+}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"synergia", "librus"})
  void bruteForceProtectionEventsAndShortTokensAreOn(String realm) throws IOException {
    JsonNode settings = read(realm);
    assertThat(settings.path("bruteForceProtected").asBoolean()).isTrue();
    assertThat(settings.path("eventsEnabled").asBoolean()).isTrue();
    assertThat(settings.path("accessTokenLifespan").asInt()).isEqualTo(300);
    assertThat(settings.path("revokeRefreshToken").asBoolean()).isTrue();
    assertThat(settings.path("registrationAllowed").asBoolean()).isFalse();
    assertThat(settings.path("resetPasswordAllowed").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"synergia", "librus"})
  void aPersonEditsNoAttribute(String realm) throws IOException {
    String text =
        read(realm)
            .at("/components/org.keycloak.userprofile.UserProfileProvider/0/config")
            .path("kc.user.profile.config")
            .path(0)
            .asText();
    JsonNode profile = new ObjectMapper().readTree(text);
    assertThat(profile.path("attributes")).isNotEmpty();
    assertThat(profile.has("unmanagedAttributePolicy")).isFalse();
    for (JsonNode attribute : profile.path("attributes")) {
      assertThat(attribute.at("/permissions/edit"))
          .as(attribute.path("name").asText())
          .extracting(JsonNode::asText)
          .containsExactly("admin");
    }
  }

  @ParameterizedTest
  @CsvSource({"synergia, synergia-admin", "librus, account-admin"})
  void theOnlyUserIsTheServiceAccountThatMakesUsers(String realm, String client)
      throws IOException {
    JsonNode users = read(realm).path("users");
    assertThat(users).hasSize(1);
    assertThat(users.at("/0/serviceAccountClientId").asText()).isEqualTo(client);
    assertThat(users.at("/0/credentials").isMissingNode()).isTrue();
    assertThat(users.at("/0/clientRoles/realm-management"))
        .extracting(JsonNode::asText)
        .containsExactly("manage-users", "query-users");
    assertThat(users.at("/0/clientRoles")).hasSize(1);
  }

  /**
   * A second factor that somebody else enrolled would outlive every new password. So would a page
   * for a new password that is open already: whoever has one may still send it. Only who has a
   * one-time password needs it, and for no longer than choosing takes.
   */
  @ParameterizedTest
  @CsvSource({"synergia, true", "librus, false"})
  void aPersonIsAskedForNothingButANewPasswordWhereThereAreOneTimePasswords(
      String realm, boolean asked) throws IOException {
    assertThat(read(realm).path("requiredActions"))
        .extracting(a -> a.path("alias").asText() + " " + a.path("enabled").asBoolean())
        .containsExactly("UPDATE_PASSWORD " + asked);
    assertThat(read(realm).path("accessCodeLifespanUserAction").asInt()).isBetween(60, 300);
  }

  private static JsonNode read(String realm) throws IOException {
    try (InputStream in =
        RealmFilesTest.class.getResourceAsStream("/realms/" + realm + "-realm.json")) {
      return new ObjectMapper().readTree(in);
    }
  }
}
