package pl.dziennik.gateway;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** Where the services are and how much a caller may ask. */
@ConfigMapping(prefix = "dziennik.gateway")
interface GatewayConfig {
  URI synergiaUrl();

  URI accountUrl();

  URI linkingUrl();

  URI notificationUrl();

  /** Base address of a service that has a document of its own. */
  default URI urlOf(Target service) {
    return switch (service) {
      case SYNERGIA -> synergiaUrl();
      case ACCOUNT -> accountUrl();
      case LINKING -> linkingUrl();
      case NOTIFICATION -> notificationUrl();
      case KEYCLOAK -> keycloakUrl();
      case GATEWAY -> publicOrigin();
    };
  }

  /** Internal base address with its path, {@code http://keycloak:8080/auth}. */
  URI keycloakUrl();

  /** What the world calls us; host and scheme of the forwarding headers that we set. */
  URI publicOrigin();

  /** Requests a minute and caller to logins, registrations, resets and the like. */
  int strictPerMinute();

  /** Requests a minute and caller to everything else. */
  int generalPerMinute();
}
