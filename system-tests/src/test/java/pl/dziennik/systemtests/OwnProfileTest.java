package pl.dziennik.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.dziennik.systemtests.client.Browser;
import pl.dziennik.systemtests.client.SignIn;
import pl.dziennik.systemtests.journey.Consumer;
import pl.dziennik.systemtests.journey.School;
import pl.dziennik.systemtests.journey.Slip;

/** What a person may not change by way of Keycloak: school, login, address. */
class OwnProfileTest {
  private final Platform platform = Platform.running();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE_PROFILE",
        "UPDATE_EMAIL",
        "delete_account",
        "CONFIGURE_TOTP",
        "webauthn-register",
        "webauthn-register-passwordless",
        "CONFIGURE_RECOVERY_AUTHN_CODES"
      })
  void aSchoolPersonKeepsSchoolAndLogin(String action) throws IOException {
    School school = School.founded(platform.places(), platform.operator());
    Slip slip = school.administratorSlip();
    school.firstLogin(slip);
    Browser browser = new Browser();
    SignIn.toSchool(Platform.ORIGIN).enter(browser, slip.login(), School.PASSWORD);

    tries(browser, "synergia", "synergia-web", "/school", action);
    assertThat(browser.isAtClient()).as("no page of Keycloak's is offered").isTrue();

    JsonNode claims =
        claims(
            SignIn.toSchool(Platform.ORIGIN).complete(slip.login(), School.PASSWORD).accessToken());
    assertThat(claims.path("school_id").asText()).isEqualTo(school.id());
  }

  @Test
  void aConsumerKeepsTheAddress() throws IOException {
    Consumer anna = Consumer.somebody(platform.places()).activated();
    Browser browser = new Browser();
    anna.signIn().enter(browser, anna.email(), Consumer.PASSWORD);

    for (String action : new String[] {"UPDATE_PROFILE", "UPDATE_EMAIL", "CONFIGURE_TOTP"}) {
      tries(browser, "librus", "librus-app", "/app", action);
      assertThat(browser.isAtClient()).as(action).isTrue();
    }

    JsonNode claims = claims(anna.signIn().complete(anna.email(), Consumer.PASSWORD).accessToken());
    assertThat(claims.path("email").asText()).isEqualTo(anna.email());
  }

  /** Asks Keycloak for the action and fills in every form that it offers. */
  private static void tries(
      Browser browser, String realm, String client, String path, String action) {
    browser
        .stopAt(Platform.ORIGIN + path)
        .open(
            Platform.ORIGIN
                + "/auth/realms/"
                + realm
                + "/protocol/openid-connect/auth?response_type=code&scope=openid&client_id="
                + client
                + "&redirect_uri="
                + Platform.ORIGIN
                + path
                + "&state=x&code_challenge="
                + "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                + "&code_challenge_method=S256&kc_action="
                + action);
    for (String form : new String[] {"kc-update-profile-form", "kc-update-email-form"}) {
      if (browser.hasForm(form)) {
        browser.submit(
            form,
            Map.of(
                "username",
                "9999999",
                "email",
                "ktos-inny-" + UUID.randomUUID() + "@poczta.example",
                "firstName",
                "Kto",
                "lastName",
                "Inny",
                "school_id",
                UUID.randomUUID().toString(),
                "user.attributes.school_id",
                UUID.randomUUID().toString()));
      }
    }
  }

  private static JsonNode claims(String token) throws IOException {
    return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
  }
}
