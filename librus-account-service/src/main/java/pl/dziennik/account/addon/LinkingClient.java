package pl.dziennik.account.addon;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import pl.dziennik.support.keycloak.IdentityUnavailable;
import pl.dziennik.support.keycloak.ServiceTokens;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.trace.Traces;

/** Asks linking-sync, which alone knows what holds at this moment. */
@ApplicationScoped
class LinkingClient {
  private static final Logger LOG = Logger.getLogger(LinkingClient.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final String url;
  private final ServiceTokens tokens;

  LinkingClient(
      @ConfigProperty(name = "dziennik.linking.url") String url,
      @ConfigProperty(name = "dziennik.linking.identity-url") String identityUrl,
      @ConfigProperty(name = "dziennik.linking.client-secret") String secret,
      Clock clock) {
    this.url = url;
    this.tokens = new ServiceTokens(identityUrl, "librus", "svc-account", secret, clock);
  }

  /**
   * True when the account has an ACTIVE link to the pupil.
   *
   * @throws Problem 503 {@code linking-unavailable} when nobody can say
   */
  boolean hasActiveLink(UUID account, UUID pupil) {
    int status = status("/internal/v1/accounts/%s/pupils/%s/active-link".formatted(account, pupil));
    return switch (status) {
      case 204 -> true;
      case 404 -> false;
      default -> throw unavailable("answers " + status);
    };
  }

  private int status(String path) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(url + path))
              .timeout(PATIENCE)
              .header("Authorization", "Bearer " + tokens.token());
      Traces.current().ifPresent(trace -> request.header("traceparent", trace));
      return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException | IdentityUnavailable e) {
      throw unavailable(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("interrupted");
    }
  }

  private static Problem unavailable(String reason) {
    LOG.warnf("linking-sync cannot be asked: %s", reason);
    return Problem.of(503, "linking-unavailable", "Links cannot be looked up now; try again.")
        .header("Retry-After", "5");
  }
}
