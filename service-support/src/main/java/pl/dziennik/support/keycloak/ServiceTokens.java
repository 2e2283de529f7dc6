package pl.dziennik.support.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Access tokens of a service (client credentials), each kept until shortly before its end. */
public final class ServiceTokens {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration MARGIN = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final URI endpoint;
  private final String form;
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
        "grant_type=client_credentials&client_id=%s&client_secret=%s"
            .formatted(encode(clientId), encode(clientSecret));
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
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IdentityUnavailable("token endpoint answers " + answer.statusCode());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new IdentityUnavailable("Keycloak does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IdentityUnavailable("interrupted", e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
