package pl.dziennik.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Points a service at the test realms' keys. */
public final class IdentityResource implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    return Map.of(
        "KEYCLOAK_URL", TestIdentity.shared().url(), "PUBLIC_ORIGIN", TestIdentity.PUBLIC_ORIGIN);
  }

  @Override
  public void stop() {
    // The key server lives as long as the JVM.
  }
}
