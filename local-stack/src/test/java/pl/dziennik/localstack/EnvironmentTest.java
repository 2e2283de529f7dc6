package pl.dziennik.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Three places give the services their environment: the local platform, Compose and Kubernetes.
 * Each gives what the service's {@code application.properties} asks for and nothing that it does
 * not know.
 */
class EnvironmentTest {
  /** Doors that only a platform for trying things out has. */
  private static final Set<String> LOCAL_ONLY =
      Set.of("DEMO_ENABLED", "LOCAL_PUSH_RECEIVER", "PERSON_AZP");

  @TempDir private Path folder;

  static Stream<String> services() {
    return ServiceDefinition.ALL.stream().map(ServiceDefinition::name);
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyPlaceGivesWhatTheServiceReadsAndNothingElse(String service) {
    ServiceSettings settings = ServiceSettings.of(service);
    List<String> wrong = new ArrayList<>();
    places(service)
        .forEach(
            (place, given) -> {
              settings.required().stream()
                  .filter(name -> !given.containsKey(name))
                  .forEach(name -> wrong.add(place + " does not give " + name));
              given.keySet().stream()
                  .filter(name -> !settings.read().contains(name))
                  .forEach(name -> wrong.add(place + " gives " + name + ", which is not read"));
              given.entrySet().stream()
                  .filter(e -> e.getValue().isBlank() || e.getValue().startsWith("nothing:"))
                  .forEach(e -> wrong.add(place + " gives no value: " + e));
            });
    assertThat(wrong).as("environment of " + service).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("services")
  void noLocalDoorIsOpenInProduction(String service) {
    assertThat(Compose.environment(service).keySet()).doesNotContainAnyElementsOf(LOCAL_ONLY);
    assertThat(Kubernetes.environment(service).keySet()).doesNotContainAnyElementsOf(LOCAL_ONLY);
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyPlaceKnowsThePorts(String service) {
    ServiceSettings settings = ServiceSettings.of(service);
    places(service)
        .forEach(
            (place, given) -> {
              assertThat(given)
                  .as(place)
                  .containsEntry("HTTP_PORT", Integer.toString(settings.port()))
                  .containsEntry("MANAGEMENT_PORT", Integer.toString(settings.managementPort()));
            });
    assertThat(Kubernetes.port(service, "http")).isEqualTo(settings.port());
    assertThat(Kubernetes.port(service, "management")).isEqualTo(settings.managementPort());
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyProbeAsksWhereHealthIsServed(String service) {
    ServiceSettings settings = ServiceSettings.of(service);
    assertThat(Compose.healthCheck(service))
        .contains("/dev/tcp/127.0.0.1/" + settings.managementPort() + " ")
        .contains("GET " + settings.healthPath() + "/ready ");
    Map.of("startupProbe", "started", "livenessProbe", "live", "readinessProbe", "ready")
        .forEach(
            (probe, kind) -> {
              YamlFile asked = Kubernetes.container(service).at(probe, "httpGet");
              assertThat(asked.at("path").text()).isEqualTo(settings.healthPath() + "/" + kind);
              assertThat(asked.at("port").text()).isEqualTo("management");
            });
  }

  private Map<String, Map<String, String>> places(String service) {
    Map<String, Map<String, String>> places = new TreeMap<>();
    ServiceDefinition definition =
        ServiceDefinition.ALL.stream()
            .filter(d -> d.name().equals(service))
            .findFirst()
            .orElseThrow();
    places.put(
        "ServiceDefinition",
        definition.environment(
            new Ports(0), new Secrets(folder.resolve("secrets.env")), StateFolder.at(folder)));
    places.put(Compose.FILE, Compose.environment(service));
    places.put(Kubernetes.FOLDER + service + ".yaml", Kubernetes.environment(service));
    return places;
  }
}
