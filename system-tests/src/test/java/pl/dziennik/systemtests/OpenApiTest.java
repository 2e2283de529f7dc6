package pl.dziennik.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.dziennik.systemtests.client.Answer;
import pl.dziennik.systemtests.client.Api;

/** The document of the really running services. */
class OpenApiTest {
  private final Api anonymous = Platform.running().anonymous();

  @Test
  void theDocumentOfTheWholeIsComplete() {
    JsonNode document = anonymous.get("/openapi").expect(200).json();

    assertThat(OpenApiRules.violations(document)).isEmpty();
    assertThat(document.path("openapi").asText()).startsWith("3.1");
    assertThat(document.at("/servers/0/url").asText()).isEqualTo(Platform.ORIGIN);
    for (String path : List.of("/accounts/v1/registrations", "/synergia/v1/grades")) {
      assertThat(document.path("paths").has(path)).as(path).isTrue();
    }
  }

  @Test
  void theRealmsAddressesAreTheRealOnes() {
    JsonNode schemes =
        anonymous.get("/openapi").expect(200).json().at("/components/securitySchemes");
    for (String realm : List.of("synergia", "librus")) {
      JsonNode real =
          anonymous
              .get("/auth/realms/" + realm + "/.well-known/openid-configuration")
              .expect(200)
              .json();
      JsonNode said = schemes.path(realm).at("/flows/authorizationCode");
      assertThat(said.path("authorizationUrl")).isEqualTo(real.path("authorization_endpoint"));
      assertThat(said.path("tokenUrl")).isEqualTo(real.path("token_endpoint"));
    }
  }

  @Test
  void thePageIsThereAndTheServicesOwnDocumentsAreNot() {
    Answer page = anonymous.get("/docs").expect(200);
    assertThat(page.text()).contains("/docs/docs.js");
    anonymous.get("/docs/swagger-ui-bundle.js").expect(200);
    anonymous.get("/openapi.yaml").expect(200);
    anonymous.get("/q/openapi").expect(404);
  }
}
