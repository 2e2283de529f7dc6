package pl.dziennik.support.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Access tokens of a service (client credentials), each kept until shortly before its end. */
public final class ServiceTokens {
  private static final Duration MARGIN = Duration.ofSeconds(30);

  private final FormPost forms = new FormPost();
  private final URI endpoint;
  private final Map<String, String> form;
  private final Clock clock;
  private Token token = new Token("", Instant.EPOCH);

  private record Token(String value, Instant until) {}

  /**
   * @param url internal address of Keycloak with its base path, e.g. {@code http://host/auth}
   * @param realm of the service that will be called
   */
  public ServiceTokens(
      String url, String realm, String clientId, String clientSecret, Clock clock) {
    this.endpoint = URI.create(url + "/realms/" + realm + "/protocol/openid-connect/token");
    this.form =
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            clientId,
            "client_secret",
            clientSecret);
    this.clock = clock;
  }

  /**
   * A token that is valid for a while.
   *
   * @throws IdentityUnavailable when Keycloak gives none
   */
  public synchronized String token() {
    if (token.until().isBefore(clock.instant())) {
      JsonNode answer = ask();
      Duration life = Duration.ofSeconds(answer.path("expires_in").asLong()).minus(MARGIN);
      token = new Token(answer.path("access_token").asText(), clock.instant().plus(life));
    }
    return token.value();
  }

  private JsonNode ask() {
    FormPost.Reply answer = forms.send(endpoint, form);
    if (answer.status() != 200) {
      throw new IdentityUnavailable("token endpoint answers " + answer.status());
    }
    return answer.body();
  }
}
