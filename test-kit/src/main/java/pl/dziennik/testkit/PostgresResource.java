package pl.dziennik.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import pl.dziennik.testkit.TestPostgres.Database;

/** Gives a service its database; init argument {@code database} names it. */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {
  private String service = "";

  @Override
  public void init(Map<String, String> initArgs) {
    service = initArgs.getOrDefault("database", "");
  }

  @Override
  public Map<String, String> start() {
    Database database = TestPostgres.shared().database(service);
    Map<String, String> config = new HashMap<>();
    config.put("DB_URL", database.url().replace("?stringtype=unspecified", ""));
    config.put("DB_USER", database.application());
    config.put("DB_PASSWORD", database.application());
    config.put("DB_OWNER_USER", database.owner());
    config.put("DB_OWNER_PASSWORD", database.owner());
    config.put("DB_RELAY_USER", database.relay());
    config.put("DB_RELAY_PASSWORD", database.relay());
    return config;
  }

  @Override
  public void stop() {
    // The server lives as long as the JVM: one start a module.
  }
}
