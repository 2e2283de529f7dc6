package pl.dziennik.support.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Signed calls to the Admin REST API of our realm. */
@ApplicationScoped
public class KeycloakClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How it says that a password is refused: at a reset, and with a new user. */
  private static final List<String> POLICY = List.of("\"invalidPassword", "Password policy");

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final String url;
  private final String realm;
  private final ServiceTokens tokens;

  public KeycloakClient(
      @ConfigProperty(name = "dziennik.identity.url") String url,
      @ConfigProperty(name = "dziennik.identity.realm") String realm,
      @ConfigProperty(name = "dziennik.identity.client-id") String clientId,
      @ConfigProperty(name = "dziennik.identity.client-secret") String clientSecret,
      Clock clock) {
    this.url = url;
    this.realm = realm;
    this.tokens = new ServiceTokens(url, realm, clientId, clientSecret, clock);
  }

  public JsonNode get(String path) {
    return send(request(path).GET().build());
  }

  public void post(String path, JsonNode body) {
    send(request(path).POST(json(body)).build());
  }

  public void delete(String path) {
    send(request(path).DELETE().build());
  }

  public void put(String path, JsonNode body) {
    send(request(path).PUT(json(body)).build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + "/admin/realms/" + realm + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + tokens.token())
        .header("Content-Type", "application/json");
  }

  private JsonNode send(HttpRequest request) {
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw failure(request, answer);
      }
      return answer.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new IdentityUnavailable("Keycloak does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IdentityUnavailable("interrupted", e);
    }
  }

  private static IdentityUnavailable failure(HttpRequest request, HttpResponse<String> answer) {
    String what = request.method() + " " + request.uri().getPath() + " " + answer.statusCode();
    return answer.statusCode() == 400
        ? new IdentityRefused(what, POLICY.stream().anyMatch(answer.body()::contains))
        : new IdentityUnavailable(what);
  }

  private static BodyPublisher json(JsonNode body) {
    return BodyPublishers.ofString(body.toString());
  }
}
