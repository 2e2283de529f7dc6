package pl.dziennik.gateway;

import java.util.List;

/** Who answers; {@link #tenant} names the token check of its routes. */
enum Target {
  SYNERGIA("synergia-service", "synergia"),
  ACCOUNT("librus-account-service", "account"),
  LINKING("linking-sync-service", "linking"),
  NOTIFICATION("notification-service", "notification"),
  KEYCLOAK("keycloak", ""),
  GATEWAY("api-gateway", "");

  /** Whose documents make the document of the whole. */
  static final List<Target> SERVICES = List.of(ACCOUNT, LINKING, NOTIFICATION, SYNERGIA);

  private final String serviceName;
  private final String tenant;

  Target(String serviceName, String tenant) {
    this.serviceName = serviceName;
    this.tenant = tenant;
  }

  String serviceName() {
    return serviceName;
  }

  /** The realm of its tokens, which is also the name of their security scheme. */
  String realm() {
    return this == SYNERGIA ? "synergia" : "librus";
  }

  String tenant() {
    return tenant;
  }
}
