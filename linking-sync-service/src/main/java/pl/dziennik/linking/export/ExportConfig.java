package pl.dziennik.linking.export;

import io.smallrye.config.ConfigMapping;

/** Where the parts of other services are, and who asks for them. */
@ConfigMapping(prefix = "dziennik.export")
interface ExportConfig {

  /** Internal address of librus-account-service. */
  String accountUrl();

  /** Internal address of notification-service. */
  String notificationUrl();

  /** Internal address of Keycloak with its base path. */
  String identityUrl();

  /** Secret of the client {@code svc-linking-sync} in realm {@code librus}. */
  String clientSecret();
}
