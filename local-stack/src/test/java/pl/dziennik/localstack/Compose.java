package pl.dziennik.localstack;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code docker-compose.yml}. */
final class Compose {
  static final String FILE = "docker-compose.yml";

  /** GreenMail's {@code setup.test}: every protocol's own port and 3000. */
  static final int MAILBOX_PORT = 3025;

  private Compose() {}

  static Map<String, YamlFile> services() {
    return YamlFile.read(FILE).getFirst().at("services").map();
  }

  static YamlFile service(String name) {
    return YamlFile.read(FILE).getFirst().at("services", name);
  }

  static Map<String, String> environment(String service) {
    return service(service).at("environment").map().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, e -> e.getValue().text(), (a, b) -> b, TreeMap::new));
  }

  /** Where everything listens that a service is sent to. */
  static Map<String, String> listening() {
    Map<String, String> places = new TreeMap<>();
    // The image's own port; PGPORT would move it.
    places.put("database", "postgres:" + environment("postgres").getOrDefault("PGPORT", "5432"));
    places.put("events", value("kafka", "KAFKA_ADVERTISED_LISTENERS").replace("PLAINTEXT://", ""));
    places.put("identity", "keycloak:" + value("keycloak", "KC_HTTP_PORT"));
    places.put("mail", "mailbox:" + MAILBOX_PORT);
    ServiceDefinition.ALL.forEach(
        s -> places.put(s.name(), s.name() + ":" + value(s.name(), "HTTP_PORT")));
    return places;
  }

  static String value(String service, String name) {
    return service(service).at("environment", name).text();
  }

  static String healthCheck(String service) {
    return service(service).at("healthcheck", "test").list().stream()
        .map(YamlFile::text)
        .collect(Collectors.joining(" "));
  }
}
