package pl.dziennik.localstack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code k8s/base}. */
final class Kubernetes {
  static final String FOLDER = "k8s/base/";

  static final String NAME = "app.kubernetes.io/name";
  private static final List<String> OURS =
      ServiceDefinition.ALL.stream().map(ServiceDefinition::name).toList();

  private Kubernetes() {}

  static YamlFile deployment(String service) {
    return YamlFile.read(FOLDER + service + ".yaml").stream()
        .filter(d -> d.at("kind").text().equals("Deployment"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no Deployment of " + service));
  }

  static YamlFile pod(String service) {
    return deployment(service).at("spec", "template", "spec");
  }

  static YamlFile container(String service) {
    return pod(service).at("containers").list().getFirst();
  }

  /**
   * Names and values; what comes from a secret has the value {@code secret:<name>/<key>}. What only
   * an overlay gives is left out.
   */
  static Map<String, String> environment(String service) {
    Map<String, String> platform = platform();
    Map<String, String> environment = new TreeMap<>();
    for (YamlFile entry : container(service).at("env").list()) {
      String fromMap = entry.at("valueFrom", "configMapKeyRef", "key").text();
      if (isOptional(entry) && !platform.containsKey(fromMap)) {
        continue;
      }
      YamlFile fromSecret = entry.at("valueFrom", "secretKeyRef");
      String value = entry.at("value").text();
      if (!fromMap.isEmpty()) {
        value = platform.getOrDefault(fromMap, "nothing: platform.env lacks " + fromMap);
      } else if (!fromSecret.map().isEmpty()) {
        value = "secret:" + fromSecret.at("name").text() + "/" + fromSecret.at("key").text();
      }
      environment.put(entry.at("name").text(), value);
    }
    return environment;
  }

  /** Variables that an overlay may give. */
  static Set<String> optional(String service) {
    return container(service).at("env").list().stream()
        .filter(Kubernetes::isOptional)
        .map(entry -> entry.at("name").text())
        .collect(Collectors.toSet());
  }

  private static boolean isOptional(YamlFile entry) {
    return entry.at("valueFrom", "configMapKeyRef", "optional").text().equals("true");
  }

  /** What the ConfigMap is generated from. */
  static Map<String, String> platform() {
    Map<String, String> values = new HashMap<>();
    YamlFile.text(FOLDER + "platform.env")
        .lines()
        .filter(l -> !l.startsWith("#") && l.contains("="))
        .forEach(l -> values.put(l.substring(0, l.indexOf('=')), l.substring(l.indexOf('=') + 1)));
    return values;
  }

  static Stream<YamlFile> networkPolicies() {
    return YamlFile.read(FOLDER + "network-policies.yaml").stream();
  }

  /**
   * Where the network lets services through to. What is not ours has the name that its operator
   * makes of the name in the policy (k8s/README.md).
   */
  static Map<String, String> reachable() {
    Map<String, String> places = new TreeMap<>();
    places.put("identity", outside("app", "%s-service"));
    places.put("database", outside("cnpg.io/cluster", "%s-rw"));
    places.put("events", outside("strimzi.io/cluster", "%s-kafka-bootstrap"));
    places.put("mail", outside(NAME, "%s"));
    ServiceDefinition.ALL.forEach(s -> places.put(s.name(), s.name() + ":" + s.port()));
    return places;
  }

  /** The peer with this label that is no service of ours. */
  private static String outside(String label, String host) {
    return networkPolicies()
        .flatMap(p -> p.at("spec", "egress").list().stream())
        .flatMap(
            rule ->
                rule.at("to").list().stream()
                    .map(to -> to.at("podSelector", "matchLabels", label).text())
                    .filter(name -> !name.isEmpty() && !OURS.contains(name))
                    .map(name -> host.formatted(name) + ":" + onlyPort(rule)))
        .reduce((a, b) -> a.equals(b) ? a : a + " and " + b)
        .orElse("nothing");
  }

  /** The one TCP port of a rule. */
  static int onlyPort(YamlFile rule) {
    List<YamlFile> ports = rule.at("ports").list();
    if (ports.size() != 1 || !ports.getFirst().at("protocol").text().equals("TCP")) {
      throw new AssertionError("not one TCP port: " + rule);
    }
    return Integer.parseInt(ports.getFirst().at("port").text());
  }

  static int port(String service, String name) {
    List<YamlFile> ports = container(service).at("ports").list();
    return ports.stream()
        .filter(p -> p.at("name").text().equals(name))
        .mapToInt(p -> Integer.parseInt(p.at("containerPort").text()))
        .findFirst()
        .orElseThrow();
  }
}
