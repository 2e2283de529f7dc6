package pl.dziennik.gateway;

/** Who answers; {@link #tenant} names the token check of its routes. */
enum Target {
  SYNERGIA("synergia-service", "synergia"),
  ACCOUNT("librus-account-service", "account"),
  LINKING("linking-sync-service", "linking"),
  NOTIFICATION("notification-service", "notification"),
  KEYCLOAK("keycloak", "");

  private final String serviceName;
  private final String tenant;

  Target(String serviceName, String tenant) {
    this.serviceName = serviceName;
    this.tenant = tenant;
  }

  String serviceName() {
    return serviceName;
  }

  String tenant() {
    return tenant;
  }
}
