package pl.dziennik.linking.school;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.dziennik.events.FactJson;
import pl.dziennik.linking.sync.RegisterRefused;
import pl.dziennik.support.keycloak.IdentityUnavailable;
import pl.dziennik.support.keycloak.ServiceTokens;
import pl.dziennik.support.trace.Traces;

/** HTTP to Synergia's internal operations as the client svc-linking-sync of its realm. */
@ApplicationScoped
class SynergiaClient {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Synergia renders all documents of the school to tell their hashes. */
  private static final Duration PATIENCE_WITH_LISTS = Duration.ofMinutes(2);

  private static final Set<Integer> REFUSALS = Set.of(400, 404, 409, 410, 413, 415, 422);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final String url;
  private final ServiceTokens tokens;

  SynergiaClient(
      @ConfigProperty(name = "dziennik.synergia.url") String url,
      @ConfigProperty(name = "dziennik.synergia.identity-url") String identityUrl,
      @ConfigProperty(name = "dziennik.synergia.client-secret") String secret,
      Clock clock) {
    this.url = url;
    this.tokens = new ServiceTokens(identityUrl, "synergia", "svc-linking-sync", secret, clock);
  }

  /**
   * @param code of a problem document, empty otherwise
   */
  record Reply(int status, String code, JsonNode body) {

    JsonNode mustBe(int expected) throws IOException {
      if (status != expected) {
        throw unexpected();
      }
      return body;
    }

    /** Refused for what was asked, or just not answered. */
    IOException unexpected() {
      String answer = "Synergia answers " + status + " " + code;
      return REFUSALS.contains(status) ? new RegisterRefused(answer) : new IOException(answer);
    }
  }

  Reply put(String path, JsonNode body) throws IOException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body.toString()))
            .build());
  }

  Reply get(String path) throws IOException {
    return send(request(path).timeout(PATIENCE_WITH_LISTS).GET().build());
  }

  /** In a person's own name, with their own token. */
  Reply postAs(String personToken, String path, JsonNode body) throws IOException {
    return send(
        request(path, personToken)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build());
  }

  private HttpRequest.Builder request(String path) throws IOException {
    try {
      return request(path, tokens.token());
    } catch (IdentityUnavailable e) {
      throw new IOException(e);
    }
  }

  private HttpRequest.Builder request(String path, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token);
    Traces.current().ifPresent(t -> request.header("traceparent", t));
    return request;
  }

  private Reply send(HttpRequest request) throws IOException {
    try {
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      JsonNode body = FactJson.mapper().readTree(answer.body());
      return new Reply(answer.statusCode(), body.path("code").asText(""), body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
