package pl.dziennik.linking.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import pl.dziennik.events.FactJson;
import pl.dziennik.support.keycloak.IdentityUnavailable;
import pl.dziennik.support.keycloak.ServiceTokens;
import pl.dziennik.support.trace.Traces;

/** Asks another service of the realm for what it holds about an account. */
@ApplicationScoped
class ExportClient {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final ServiceTokens tokens;

  ExportClient(ExportConfig config, Clock clock) {
    this.tokens =
        new ServiceTokens(
            config.identityUrl(), "librus", "svc-linking-sync", config.clientSecret(), clock);
  }

  /** What the service at this address holds; an empty object when it holds nothing. */
  JsonNode get(String url, UUID account) throws PartUnavailableException {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(url + "/internal/v1/accounts/" + account + "/export"))
              .timeout(PATIENCE)
              .header("Authorization", "Bearer " + tokens.token());
      Traces.current().ifPresent(trace -> request.header("traceparent", trace));
      return read(http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException | IdentityUnavailable e) {
      throw new PartUnavailableException("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PartUnavailableException("interrupted", e);
    }
  }

  private static JsonNode read(HttpResponse<byte[]> answer)
      throws IOException, PartUnavailableException {
    // Only our problem says "nothing held": a 404 of a wrong address must not look like that.
    JsonNode body =
        answer.statusCode() == 200 || answer.statusCode() == 404
            ? FactJson.mapper().readTree(answer.body())
            : JsonNodeFactory.instance.missingNode();
    if (answer.statusCode() == 200 && body.isObject()) {
      return body;
    }
    if (answer.statusCode() == 404 && "not-found".equals(body.path("code").asText())) {
      return JsonNodeFactory.instance.objectNode();
    }
    throw new PartUnavailableException("answers " + answer.statusCode());
  }
}
