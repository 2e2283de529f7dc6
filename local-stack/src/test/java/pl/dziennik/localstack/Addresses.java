package pl.dziennik.localstack;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hosts and ports in the environment of a service. */
final class Addresses {
  /** What each variable leads to. */
  static final Map<String, String> LEAD_TO =
      Map.of(
          "DB_URL", "database",
          "KAFKA_BOOTSTRAP_SERVERS", "events",
          "KEYCLOAK_URL", "identity",
          "SMTP_HOST", "mail",
          "SYNERGIA_URL", "synergia-service",
          "ACCOUNT_URL", "librus-account-service",
          "LINKING_URL", "linking-sync-service",
          "NOTIFICATION_URL", "notification-service");

  private static final Pattern ADDRESS = Pattern.compile("(?:^|//)([a-z][a-z0-9.-]*:\\d+)(?:/|$)");

  private Addresses() {}

  /** Every variable that holds an address, known or not; a mail relay's port stands in its own. */
  static Map<String, String> of(Map<String, String> environment) {
    Map<String, String> found = new TreeMap<>();
    environment.forEach(
        (name, value) -> {
          Matcher address = ADDRESS.matcher(value);
          if (address.find()) {
            found.put(name, address.group(1));
          }
        });
    if (environment.containsKey("SMTP_HOST")) {
      found.put("SMTP_HOST", environment.get("SMTP_HOST") + ":" + environment.get("SMTP_PORT"));
    }
    return found;
  }
}
