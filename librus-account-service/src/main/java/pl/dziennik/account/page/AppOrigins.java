package pl.dziennik.account.page;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The origins of our clients: a link's answer goes to their windows and to no other. */
@Singleton
class AppOrigins {
  private final List<String> origins;

  /**
   * @throws IllegalArgumentException for what is no origin; {@code *} would tell everybody
   */
  AppOrigins(@ConfigProperty(name = "dziennik.account.app-origins") List<String> origins) {
    this.origins = origins.stream().map(AppOrigins::checked).toList();
  }

  /** Separated by spaces, as the page's attribute has them. */
  String asText() {
    return String.join(" ", origins);
  }

  private static String checked(String origin) {
    URI uri = URI.create(origin.strip());
    boolean isOrigin =
        uri.getHost() != null
            && List.of("http", "https").contains(uri.getScheme())
            && uri.getRawPath().isEmpty()
            && uri.getRawQuery() == null
            && uri.getRawFragment() == null
            && uri.getRawUserInfo() == null;
    if (!isOrigin) {
      throw new IllegalArgumentException("dziennik.account.app-origins: no origin: " + origin);
    }
    return uri.toString();
  }
}
