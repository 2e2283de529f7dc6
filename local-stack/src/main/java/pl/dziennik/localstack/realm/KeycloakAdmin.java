package pl.dziennik.localstack.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Keycloak's Admin REST API, as the bootstrap administrator; used to set realms up only. */
public final class KeycloakAdmin {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final String base;
  private final String token;

  private KeycloakAdmin(String base, String token) {
    this.base = base;
    this.token = token;
  }

  /**
   * Signs in.
   *
   * @param url internal address of Keycloak with its path, {@code http://localhost:8180/auth}
   */
  public static KeycloakAdmin signIn(String url, String user, String password) {
    String form =
        "grant_type=password&client_id=admin-cli&username=%s&password=%s"
            .formatted(encode(user), encode(password));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/realms/master/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    String token = json(send(request)).path("access_token").asText();
    return new KeycloakAdmin(url + "/admin/realms", token);
  }

  /** The body, or missing for a 404. */
  JsonNode get(String path) {
    HttpResponse<String> answer = send(request(path).GET().build());
    return answer.statusCode() == 404 ? MissingNode.getInstance() : json(answer);
  }

  void put(String path, JsonNode body) {
    json(send(request(path).PUT(text(body)).build()));
  }

  void post(String path, JsonNode body) {
    json(send(request(path).POST(text(body)).build()));
  }

  void delete(String path) {
    json(send(request(path).DELETE().build()));
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json");
  }

  private static HttpRequest.BodyPublisher text(JsonNode body) {
    return HttpRequest.BodyPublishers.ofString(body.toString());
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(request.method() + " " + request.uri().getPath(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(
          answer.request().method()
              + " "
              + answer.request().uri().getPath()
              + " answered "
              + answer.statusCode()
              + ": "
              + answer.body());
    }
    try {
      return answer.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
