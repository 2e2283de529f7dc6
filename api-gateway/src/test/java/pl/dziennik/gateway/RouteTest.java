package pl.dziennik.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/index.html",
        "/internal/v1/grant-tickets",
        "/synergia/internal/v1/grant-tickets",
        "/q/health",
        "/q/openapi",
        "/auth",
        "/auth/admin/realms",
        "/auth/admin/master/console/",
        "/auth/realms/master/protocol/openid-connect/token",
        "/auth/realms/synergia",
        "/auth/realms/synergia/account",
        "/auth/realms/synergia/clients-registrations/default",
        "/auth/realms/librus/broker/x/endpoint",
        "/auth/health",
        "/auth/metrics",
        "/health",
        "/metrics"
      })
  void whatIsNotInTheTableDoesNotExist(String path) {
    assertThat(Route.of("GET", path)).isEmpty();
    assertThat(Route.of("POST", path)).isEmpty();
  }

  @Test
  void everythingOfAServiceButTheListedExceptionsNeedsAToken() {
    assertThat(Route.of("GET", "/synergia/v1/me").orElseThrow().isPublic()).isFalse();
    assertThat(Route.of("GET", "/synergia/v1/anything/else").orElseThrow().isPublic()).isFalse();
    assertThat(Route.of("GET", "/school").orElseThrow().isPublic()).isTrue();
    assertThat(Route.of("POST", "/school")).isEmpty();
    assertThat(Route.of("GET", "/synergia/v1/school-contacts/10001").orElseThrow().isPublic())
        .isTrue();
    assertThat(Route.of("POST", "/synergia/v1/school-contacts/10001").orElseThrow().isPublic())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/accounts/v1/registrations/",
        "/accounts/v1/password-resets/",
        "/accounts/v1/guardian-decisions/",
        "/family/v1/guardian-decisions/",
        "/synergia/v1/me/",
        "/notifications/v1/"
      })
  void aSlashAtTheEndLeadsRoundNoStrictLine(String path) {
    assertThat(Route.of("POST", path)).isEmpty();
  }

  @Test
  void whatMailsLeadToIsOpenAndOnlyToBeRead() {
    for (String page :
        List.of(
            "/", "/activate", "/reset-password", "/confirm-child", "/confirm-link", "/linked")) {
      for (String method : List.of("GET", "HEAD")) {
        Route route = Route.of(method, page).orElseThrow();
        assertThat(route.isPublic()).as(page).isTrue();
        assertThat(route.target()).isEqualTo(Target.ACCOUNT);
      }
      assertThat(Route.of("POST", page)).as(page).isEmpty();
    }
  }

  @Test
  void theDocumentAndItsPageAreTheGatewaysOwn() {
    for (String path : List.of("/openapi", "/openapi.yaml", "/docs", "/docs/docs.js")) {
      assertThat(Route.of("GET", path).orElseThrow().target()).isEqualTo(Target.GATEWAY);
      assertThat(Route.of("POST", path)).isEmpty();
    }
    assertThat(Route.of("GET", "/docs/../q/health")).isEmpty();
  }

  @Test
  void loginsAreStrict() {
    Route login = Route.of("POST", "/auth/realms/librus/login-actions/authenticate").orElseThrow();
    Route token =
        Route.of("POST", "/auth/realms/synergia/protocol/openid-connect/token").orElseThrow();
    assertThat(login.isStrict()).isTrue();
    assertThat(token.isStrict()).isTrue();
  }
}
