package pl.dziennik.localstack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A service of ours: where it listens and what of the environment it reads beyond the common part.
 *
 * @param heapMegabytes {@code -Xmx}
 * @param database name of its database, empty for none
 * @param rolePrefix of its database roles
 */
record ServiceDefinition(
    String name, int port, int heapMegabytes, String database, String rolePrefix) {
  static final ServiceDefinition GATEWAY = new ServiceDefinition("api-gateway", 8080, 160, "", "");
  static final ServiceDefinition SYNERGIA =
      new ServiceDefinition("synergia-service", 8081, 320, "synergia", "synergia");
  static final ServiceDefinition ACCOUNT =
      new ServiceDefinition("librus-account-service", 8082, 224, "librus_account", "account");

  static final ServiceDefinition LINKING =
      new ServiceDefinition("linking-sync-service", 8083, 224, "linking_sync", "linking");
  static final ServiceDefinition NOTIFICATION =
      new ServiceDefinition("notification-service", 8084, 192, "notification", "notification");

  static final List<ServiceDefinition> ALL =
      List.of(GATEWAY, SYNERGIA, ACCOUNT, LINKING, NOTIFICATION);

  int managementPort() {
    return port + 1000;
  }

  boolean hasDatabase() {
    return !database.isEmpty();
  }

  /** Everything that the service reads from its environment. */
  Map<String, String> environment(Ports ports, Secrets secrets, StateFolder state) {
    Map<String, String> env = new HashMap<>();
    env.put("PUBLIC_ORIGIN", ports.publicOrigin());
    env.put("KEYCLOAK_URL", ports.keycloakUrl());
    env.put("HTTP_HOST", "127.0.0.1");
    env.put("HTTP_PORT", Integer.toString(port + ports.offset()));
    env.put("MANAGEMENT_PORT", Integer.toString(managementPort() + ports.offset()));
    if (hasDatabase()) {
      env.put("DB_URL", "jdbc:postgresql://localhost:" + ports.postgres() + "/" + database);
      env.put("DB_USER", rolePrefix + "_app");
      env.put("DB_PASSWORD", secrets.password(rolePrefix + "_app"));
      env.put("DB_OWNER_USER", rolePrefix + "_owner");
      env.put("DB_OWNER_PASSWORD", secrets.password(rolePrefix + "_owner"));
    }
    env.put("PERSON_AZP", personClients());
    switch (name) {
      case "synergia-service" -> synergia(env, ports, secrets, state);
      case "librus-account-service" -> account(env, ports, secrets);
      case "linking-sync-service" -> linking(env, ports, secrets);
      case "notification-service" -> notification(env, ports, secrets);
      default -> gateway(env, ports);
    }
    return env;
  }

  /** Those of production, and the one that hands out tokens for trying the API by hand. */
  private String personClients() {
    return switch (name) {
      case "api-gateway" -> "synergia-web,family-linking,librus-app,local-cli";
      case "synergia-service" -> "synergia-web,family-linking,local-cli";
      default -> "librus-app,local-cli";
    };
  }

  private static void gateway(Map<String, String> env, Ports ports) {
    env.put("SYNERGIA_URL", url(SYNERGIA, ports));
    env.put("ACCOUNT_URL", url(ACCOUNT, ports));
    env.put("LINKING_URL", url(LINKING, ports));
    env.put("NOTIFICATION_URL", url(NOTIFICATION, ports));
    // Everybody here has the one loopback address, and the benchmark is a single person.
    env.put("STRICT_REQUESTS_PER_MINUTE", "600");
    env.put("REQUESTS_PER_MINUTE", "10000000");
  }

  private static void synergia(
      Map<String, String> env, Ports ports, Secrets secrets, StateFolder state) {
    env.put("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + ports.kafka());
    env.put("GRANT_TICKET_KEYS_DIR", TicketKeyFiles.in(state.folder("keys")).toString());
    env.put("CURSOR_KEY", secrets.key("CURSOR_KEY_synergia"));
    env.put("DEMO_ENABLED", "true");
    env.put("DB_RELAY_USER", "synergia_relay");
    env.put("DB_RELAY_PASSWORD", secrets.password("synergia_relay"));
    env.put("KEYCLOAK_ADMIN_CLIENT_SECRET", secrets.password("SYNERGIA_ADMIN_CLIENT_SECRET"));
  }

  private static void account(Map<String, String> env, Ports ports, Secrets secrets) {
    env.put("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + ports.kafka());
    env.put("KEYCLOAK_ADMIN_CLIENT_SECRET", secrets.password("ACCOUNT_ADMIN_CLIENT_SECRET"));
    env.put("LINKING_URL", url(LINKING, ports));
    env.put("LINKING_CLIENT_SECRET", secrets.password("SERVICE_CLIENT_SECRET"));
    env.put("CHALLENGE_KEY", secrets.key("CHALLENGE_KEY"));
    env.put("TOKEN_HASH_KEY", secrets.key("TOKEN_HASH_KEY_account"));
    env.put("PUPIL_HASH_KEY", secrets.key("PUPIL_HASH_KEY_account"));
    mail(env, ports);
  }

  private static void linking(Map<String, String> env, Ports ports, Secrets secrets) {
    env.put("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + ports.kafka());
    env.put("SYNERGIA_URL", url(SYNERGIA, ports));
    env.put("SYNERGIA_CLIENT_SECRET", secrets.password("SYNERGIA_CLIENT_SECRET"));
    env.put("FAMILY_LINKING_CLIENT_SECRET", secrets.password("FAMILY_LINKING_CLIENT_SECRET"));
    env.put("ACCOUNT_URL", url(ACCOUNT, ports));
    env.put("NOTIFICATION_URL", url(NOTIFICATION, ports));
    env.put("LIBRUS_CLIENT_SECRET", secrets.password("LIBRUS_CLIENT_SECRET"));
    env.put("CURSOR_KEY", secrets.key("CURSOR_KEY_linking"));
    env.put("TOKEN_HASH_KEY", secrets.key("TOKEN_HASH_KEY_linking"));
    mail(env, ports);
  }

  private static void notification(Map<String, String> env, Ports ports, Secrets secrets) {
    env.put("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + ports.kafka());
    env.put("CURSOR_KEY", secrets.key("CURSOR_KEY_notification"));
    env.put("PUPIL_HASH_KEY", secrets.key("PUPIL_HASH_KEY"));
    env.put("VAPID_PRIVATE_KEY", secrets.vapid().privateKey());
    env.put("VAPID_PUBLIC_KEY", secrets.vapid().publicKey());
    env.put("VAPID_SUBJECT", "mailto:pomoc.mobilne@librus.example");
    env.put("LOCAL_PUSH_RECEIVER", "http://localhost:" + ports.push());
    // Whoever tries the platform at night wants to see the push.
    env.put("QUIET_HOURS_DEFAULT_ENABLED", "false");
    mail(env, ports);
  }

  private static void mail(Map<String, String> env, Ports ports) {
    env.put("SMTP_HOST", "localhost");
    env.put("SMTP_PORT", Integer.toString(ports.smtp()));
    env.put("MAIL_FROM", "Konto LIBRUS <konto@librus.example>");
    env.put("SUPPORT_ADDRESS", "pomoc.mobilne@librus.example");
  }

  private static String url(ServiceDefinition service, Ports ports) {
    return "http://localhost:" + (service.port() + ports.offset());
  }
}
