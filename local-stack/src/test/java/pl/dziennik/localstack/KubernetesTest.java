package pl.dziennik.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code k8s/base} promises beyond the services' environment. */
class KubernetesTest {
  static Stream<String> services() {
    return ServiceDefinition.ALL.stream().map(ServiceDefinition::name);
  }

  @ParameterizedTest
  @MethodSource("services")
  void podsMayNothing(String service) {
    YamlFile pod = Kubernetes.pod(service);
    YamlFile container = Kubernetes.container(service);
    assertThat(pod.at("securityContext", "runAsNonRoot").text()).isEqualTo("true");
    assertThat(pod.at("automountServiceAccountToken").text()).isEqualTo("false");
    YamlFile rights = container.at("securityContext");
    assertThat(rights.at("readOnlyRootFilesystem").text()).isEqualTo("true");
    assertThat(rights.at("allowPrivilegeEscalation").text()).isEqualTo("false");
    assertThat(rights.at("capabilities", "drop").list()).extracting(YamlFile::text).contains("ALL");
    for (String amount : List.of("requests", "limits")) {
      assertThat(container.at("resources", amount).map()).containsOnlyKeys("cpu", "memory");
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void secretsComeByNameAndTheReadmeListsThem(String service) {
    String readme = YamlFile.text("k8s/README.md");
    Kubernetes.environment(service)
        .forEach(
            (name, value) -> {
              if (name.matches(
                  ".*(PASSWORD|SECRET|HASH_KEY|CURSOR_KEY|CHALLENGE_KEY|PRIVATE_KEY)")) {
                assertThat(value).as(name).isEqualTo("secret:" + service + "/" + name);
                assertThat(readme).contains("`" + service + "`").contains("`" + name + "`");
              }
            });
  }

  @ParameterizedTest
  @MethodSource("services")
  void theServicesNameLeadsToItsPort(String service) {
    YamlFile definition =
        YamlFile.read(Kubernetes.FOLDER + service + ".yaml").stream()
            .filter(d -> d.at("kind").text().equals("Service"))
            .findFirst()
            .orElseThrow();
    assertThat(definition.at("metadata", "name").text()).isEqualTo(service);
    assertThat(definition.at("spec", "ports").list().getFirst().at("port").text())
        .isEqualTo(Integer.toString(Kubernetes.port(service, "http")));
    assertThat(definition.at("spec", "selector", Kubernetes.NAME).text()).isEqualTo(service);
  }

  @Test
  void theNetworkLetsThroughExactlyTheCallsThatTheServicesMake() {
    Set<String> configured = new TreeSet<>();
    for (ServiceDefinition caller : ServiceDefinition.ALL) {
      Map<String, String> environment = Kubernetes.environment(caller.name());
      ServiceDefinition.ALL.stream()
          .filter(
              called -> environment.containsValue("http://" + called.name() + ":" + called.port()))
          .forEach(called -> configured.add(call(caller.name(), called.name(), called.port())));
    }

    assertThat(calls("Ingress", "ingress", "from")).isEqualTo(configured);
    assertThat(calls("Egress", "egress", "to")).isEqualTo(configured);
  }

  @Test
  void onlyTheGatewayIsReachedFromOutsideAndAtItsPort() {
    List<String> entrances =
        Kubernetes.networkPolicies()
            .flatMap(
                p ->
                    p.at("spec", "ingress").list().stream()
                        .filter(KubernetesTest::isFromOutside)
                        .map(rule -> self(p) + ":" + Kubernetes.onlyPort(rule)))
            .toList();
    ServiceDefinition gateway = ServiceDefinition.GATEWAY;
    assertThat(entrances).containsExactly(gateway.name() + ":" + gateway.port());
  }

  @ParameterizedTest
  @MethodSource("services")
  void podsAreLabelledByWhatTheyMustReach(String service) {
    Map<String, String> given = Kubernetes.environment(service);
    YamlFile labels = Kubernetes.deployment(service).at("spec", "template", "metadata", "labels");
    assertThat(labels.at("dziennik.pl/has-data").text().equals("true"))
        .as("has data")
        .isEqualTo(given.containsKey("DB_URL"));
    assertThat(labels.at("dziennik.pl/sends-mail").text().equals("true"))
        .as("sends mail")
        .isEqualTo(given.containsKey("SMTP_HOST"));
  }

  @Test
  void whatNoRuleAllowsIsRefused() {
    YamlFile all =
        Kubernetes.networkPolicies()
            .filter(p -> p.at("metadata", "name").text().equals("deny-all"))
            .findFirst()
            .orElseThrow();
    assertThat(all.at("spec", "policyTypes").list())
        .extracting(YamlFile::text)
        .containsExactly("Ingress", "Egress");
    assertThat(all.at("spec").map()).doesNotContainKeys("ingress", "egress");
  }

  private static Set<String> calls(String type, String rules, String peers) {
    Set<String> names = services().collect(Collectors.toSet());
    Set<String> calls = new TreeSet<>();
    Kubernetes.networkPolicies()
        .filter(p -> p.at("spec", "policyTypes").list().getFirst().text().equals(type))
        .filter(p -> names.contains(self(p)))
        .forEach(
            policy -> {
              for (YamlFile rule : policy.at("spec", rules).list()) {
                for (YamlFile peer : rule.at(peers).list()) {
                  String other = peer.at("podSelector", "matchLabels", Kubernetes.NAME).text();
                  if (names.contains(other)) {
                    boolean in = type.equals("Ingress");
                    calls.add(
                        call(
                            in ? other : self(policy),
                            in ? self(policy) : other,
                            Kubernetes.onlyPort(rule)));
                  }
                }
              }
            });
    return calls;
  }

  private static String self(YamlFile policy) {
    return policy.at("spec", "podSelector", "matchLabels", Kubernetes.NAME).text();
  }

  private static boolean isFromOutside(YamlFile rule) {
    return rule.at("from").list().stream()
        .anyMatch(from -> !from.at("namespaceSelector").map().isEmpty());
  }

  private static String call(String caller, String called, int port) {
    return caller + " -> " + called + ":" + port;
  }
}
