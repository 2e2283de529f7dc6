package pl.dziennik.notification.device;

import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The push services that we send to: https on a listed host, and nothing else, so that nobody makes
 * us call an address of theirs. An entry is a host, or {@code *.suffix} for the hosts under it.
 */
@Singleton
public class PushHosts {
  private static final int HTTPS_PORT = 443;
  private static final int DEFAULT_PORT = -1;

  private final List<String> hosts;
  private final Optional<String> localReceiver;

  PushHosts(
      @ConfigProperty(name = "dziennik.notification.push-hosts") List<String> hosts,
      @ConfigProperty(name = "dziennik.notification.local-push-receiver")
          Optional<String> localReceiver) {
    this.hosts = hosts.stream().map(h -> h.strip().toLowerCase(Locale.ROOT)).toList();
    this.localReceiver = localReceiver.map(String::strip).filter(r -> !r.isEmpty());
  }

  /** True for an endpoint that a push may be sent to. */
  public boolean allows(String endpoint) {
    return accepted(endpoint).isPresent();
  }

  /**
   * The endpoint in its one spelling (lower-case host, no default port), by which it is known;
   * empty where nothing may be sent.
   */
  Optional<String> accepted(String endpoint) {
    try {
      URI uri = new URI(endpoint);
      boolean plain =
          uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawFragment() == null
              && endpoint.chars().allMatch(c -> c > ' ' && c < 0x7f);
      if (plain && isListed(uri)) {
        return Optional.of(spelt(uri));
      }
      return plain && isLocalReceiver(uri) ? Optional.of(endpoint) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String spelt(URI uri) {
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return "https://" + uri.getHost().toLowerCase(Locale.ROOT) + uri.getRawPath() + query;
  }

  private boolean isListed(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme())
        && (uri.getPort() == DEFAULT_PORT || uri.getPort() == HTTPS_PORT)
        && hosts.stream().anyMatch(h -> matches(h, uri.getHost().toLowerCase(Locale.ROOT)));
  }

  private static boolean matches(String entry, String host) {
    return entry.startsWith("*.") ? host.endsWith(entry.substring(1)) : host.equals(entry);
  }

  private boolean isLocalReceiver(URI uri) {
    String origin = uri.getScheme() + "://" + uri.getRawAuthority();
    return localReceiver.filter(origin::equals).isPresent();
  }
}
