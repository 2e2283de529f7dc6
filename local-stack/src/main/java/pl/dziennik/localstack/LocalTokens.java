package pl.dziennik.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Access tokens for trying the API by hand, by the client that exists on the local platform only.
 */
final class LocalTokens {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LocalTokens() {}

  /**
   * @param user a login of either realm; one with an {@code @} is a consumer
   * @throws StartFailure when there is none to be had, saying why
   */
  static String token(Ports ports, String user, String password) {
    String realm = user.contains("@") ? "librus" : "synergia";
    String form =
        "grant_type=password&client_id=local-cli&scope=openid&username=%s&password=%s"
            .formatted(encode(user), encode(password));
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    ports.publicOrigin()
                        + "/auth/realms/"
                        + realm
                        + "/protocol/openid-connect/token"))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      JsonNode json = JSON.readTree(answer.body());
      if (answer.statusCode() != 200) {
        throw new StartFailure(
            "No token for %s: %s"
                .formatted(user, json.path("error_description").asText("refused")));
      }
      return json.path("access_token").asText();
    } catch (IOException e) {
      throw new StartFailure("No token: the platform does not answer. Is it up?", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("interrupted", e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
