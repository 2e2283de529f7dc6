package pl.dziennik.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Has the operator make the demo school, through the gateway, once; keeps its logins to print. */
final class DemoSchool {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private DemoSchool() {}

  static void ensure(StateFolder state, Ports ports, Secrets secrets) {
    Path logins = state.folder("logins.txt");
    if (Files.exists(logins)) {
      return;
    }
    String password = secrets.password("demo_password");
    String token = LocalTokens.token(ports, "operator", secrets.password("user_operator"));
    JsonNode answer = make(ports, token, password);
    StringBuilder text = new StringBuilder();
    for (JsonNode login : answer.path("logins")) {
      text.append(
          "%-10s %-16s %-28s %s%n"
              .formatted(
                  login.path("login").asText(),
                  login.path("role").asText().toLowerCase(Locale.ROOT),
                  login.path("name").asText(),
                  password));
    }
    StateFolder.writeSecret(logins, text.toString());
  }

  private static JsonNode make(Ports ports, String token, String password) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(ports.publicOrigin() + "/synergia/v1/demo-school"))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"password\":\"" + password + "\"}"))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new StartFailure("The demo school could not be made: " + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new StartFailure("The demo school could not be made: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("interrupted", e);
    }
  }
}
