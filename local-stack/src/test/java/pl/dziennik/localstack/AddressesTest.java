package pl.dziennik.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever is given an address is given one at which somebody listens, and the right one. */
class AddressesTest {
  static Stream<String> services() {
    return ServiceDefinition.ALL.stream().map(ServiceDefinition::name);
  }

  @ParameterizedTest
  @MethodSource("services")
  void composeSendsTheServiceToWhereItsPeersListen(String service) {
    Map<String, String> given = Compose.environment(service);
    assertThat(Addresses.of(given)).isEqualTo(expected(given, Compose.listening()));
  }

  @ParameterizedTest
  @MethodSource("services")
  void kubernetesSendsTheServiceToWhereTheNetworkLetsItThrough(String service) {
    Map<String, String> given = Kubernetes.environment(service);
    assertThat(Addresses.of(given)).isEqualTo(expected(given, Kubernetes.reachable()));
  }

  @Test
  void composeSendsKeycloakToTheDatabase() {
    assertThat(Addresses.of(Compose.environment("keycloak")))
        .containsEntry("KC_DB_URL", Compose.listening().get("database"));
  }

  @ParameterizedTest
  @MethodSource("services")
  void keycloakIsAskedBelowThePathThatItIsGiven(String service) {
    String path = Compose.value("keycloak", "KC_HTTP_RELATIVE_PATH");
    for (Map<String, String> given :
        Stream.of(Compose.environment(service), Kubernetes.environment(service)).toList()) {
      assertThat(given.get("KEYCLOAK_URL")).endsWith(path);
    }
  }

  /** The same variables, each with the address of what its name says. */
  private static Map<String, String> expected(
      Map<String, String> given, Map<String, String> places) {
    Map<String, String> expected = new TreeMap<>();
    Addresses.LEAD_TO.forEach(
        (name, peer) -> {
          if (given.containsKey(name)) {
            expected.put(name, places.get(peer));
          }
        });
    return expected;
  }
}
