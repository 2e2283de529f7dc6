package pl.dziennik.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.dziennik.systemtests.client.Answer;
import pl.dziennik.systemtests.client.Api;

/** What the world can and cannot reach. */
class PublicSurfaceTest {
  private final Platform platform = Platform.running();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/internal/v1/grant-tickets",
        "/q/health",
        "/auth/admin/realms",
        "/auth/admin/master/console/",
        "/auth/realms/master/protocol/openid-connect/auth",
        "/auth/realms/synergia/account",
        "/auth/realms/librus/clients-registrations/default",
        "/auth/metrics",
        "/auth/health/ready"
      })
  void whatIsNotPublicIsA404Problem(String path) {
    Answer answer = platform.anonymous().get(path).expect(404);
    assertThat(answer.code()).isEqualTo("not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"synergia", "librus"})
  void forwardingHeadersDoNotRewriteTheDiscoveryDocument(String realm) {
    Answer answer =
        platform
            .anonymous()
            .with("X-Forwarded-Host", "evil.test")
            .with("Forwarded", "host=evil.test")
            .get("/auth/realms/" + realm + "/.well-known/openid-configuration")
            .expect(200);
    assertThat(answer.text())
        .contains(Platform.ORIGIN + "/auth/realms/" + realm)
        .doesNotContain("evil");
  }

  @Test
  void noClientButTheLocalOneTakesAPasswordDirectly() {
    for (String client : List.of("synergia-web", "admin-cli", "account-console")) {
      Answer answer =
          platform
              .anonymous()
              .form(
                  "/auth/realms/synergia/protocol/openid-connect/token",
                  Map.of(
                      "grant_type",
                      "password",
                      "client_id",
                      client,
                      "username",
                      "operator",
                      "password",
                      platform.secret("user_operator")));
      assertThat(answer.status()).as(client).isIn(400, 401);
    }
  }

  @Test
  void anOperatorSeesNoChild() {
    Api operator = platform.operator();
    for (String path : List.of("/pupils", "/classes", "/audit", "/me")) {
      operator.get("/synergia/v1" + path).expect(403);
    }
  }
}
