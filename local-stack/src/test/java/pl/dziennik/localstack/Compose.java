package pl.dziennik.localstack;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code docker-compose.yml}. */
final class Compose {
  static final String FILE = "docker-compose.yml";

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

  static String healthCheck(String service) {
    return service(service).at("healthcheck", "test").list().stream()
        .map(YamlFile::text)
        .collect(Collectors.joining(" "));
  }
}
