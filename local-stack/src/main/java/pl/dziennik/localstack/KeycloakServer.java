package pl.dziennik.localstack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keycloak as a child process, on PostgreSQL; the distribution was built once beforehand. */
final class KeycloakServer {
  static final String NAME = "keycloak";

  private KeycloakServer() {}

  static ChildProcess start(
      StateFolder state, Ports ports, Secrets secrets, Path distribution, Path javaHome) {
    Map<String, String> env = new HashMap<>();
    env.put("JAVA_HOME", javaHome.toString());
    env.put("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx448m");
    // It starts some seconds sooner; nobody here logs in by the thousand.
    env.put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
    env.put("KC_DB_URL", "jdbc:postgresql://localhost:" + ports.postgres() + "/keycloak");
    env.put("KC_DB_USERNAME", "keycloak_owner");
    env.put("KC_DB_PASSWORD", secrets.password("keycloak_owner"));
    env.put("KC_DB_POOL_MAX_SIZE", "20");
    // A fixed address and no dynamic back-channel: else X-Forwarded-Host rewrites the discovery.
    env.put("KC_HOSTNAME", ports.publicOrigin() + "/auth");
    env.put("KC_HOSTNAME_BACKCHANNEL_DYNAMIC", "false");
    env.put("KC_HTTP_ENABLED", "true");
    env.put("KC_HTTP_HOST", "127.0.0.1");
    env.put("KC_HTTP_PORT", Integer.toString(ports.keycloak()));
    env.put("KC_HTTP_MANAGEMENT_PORT", Integer.toString(ports.keycloakManagement()));
    env.put("KC_PROXY_HEADERS", "xforwarded");
    env.put("KC_CACHE", "local");
    env.put("KC_LOG_LEVEL", "WARN,org.keycloak.quarkus.runtime.KeycloakMain:INFO,io.quarkus:INFO");
    env.put("KC_BOOTSTRAP_ADMIN_USERNAME", "setup");
    env.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.password("keycloak_setup"));
    return ChildProcess.start(
        state,
        NAME,
        List.of(distribution.resolve("bin/kc.sh").toString(), "start", "--optimized"),
        env);
  }
}
