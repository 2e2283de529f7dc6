package pl.dziennik.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What has a default can be set where the platform runs, and operators find it in one table. */
class OptionalVariablesTest {
  private static final String PAGE = "docs/operations.md";
  private static final Pattern WITH_DEFAULT =
      Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*):((?:[^{}]|\\$\\{[^{}]*})*)}");
  private static final Pattern PASSED = Pattern.compile("\\$\\{([A-Z_]+):-(.*)}");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z_]+)`[^|]*\\|.*\\|$");

  /** Of the container, of one start after a restore, of the local platform. */
  private static final Set<String> NOT_OF_AN_OVERLAY =
      Set.of("HTTP_HOST", "RESTORED", "PERSON_AZP", "LOCAL_PUSH_RECEIVER", "DEMO_ENABLED");

  private static final Set<String> NOT_OF_COMPOSE =
      Set.of("HTTP_HOST", "PERSON_AZP", "LOCAL_PUSH_RECEIVER", "DEMO_ENABLED");

  static Stream<String> services() {
    return ServiceDefinition.ALL.stream().map(ServiceDefinition::name);
  }

  @ParameterizedTest
  @MethodSource("services")
  void eachStandsInTheTableWithItsDefault(String service) {
    Map<String, String> table = table();
    defaults(service)
        .forEach(
            (name, value) -> {
              assertThat(table)
                  .as(PAGE + " documents what " + service + " reads")
                  .containsKey(name);
              assertThat(table.get(name))
                  .as(name)
                  .contains(value.isEmpty() ? "none" : quoted(value));
            });
  }

  @Test
  void theTableNamesNothingThatNobodyReads() {
    Set<String> read = new TreeSet<>();
    services().forEach(service -> read.addAll(defaults(service).keySet()));

    assertThat(table().keySet()).isEqualTo(read);
  }

  @ParameterizedTest
  @MethodSource("services")
  void composePassesItOnWithTheSameDefault(String service) {
    Map<String, String> given = Compose.environment(service);
    Map<String, String> defaults = defaults(service);
    defaults.keySet().removeAll(NOT_OF_COMPOSE);

    assertThat(given).containsKeys(defaults.keySet().toArray(String[]::new));
    defaults.forEach(
        (name, value) -> {
          Matcher passed = PASSED.matcher(given.get(name));
          if (passed.matches()) {
            assertThat(passed.group(1)).isEqualTo(name);
            assertThat(passed.group(2)).as(name).isEqualTo(value);
          } else {
            assertThat(given.get(name)).as(name).isEqualTo(value);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("services")
  void anOverlayMayNameIt(String service) {
    Set<String> named = new TreeSet<>(Kubernetes.environment(service).keySet());
    named.addAll(Kubernetes.optional(service));
    Set<String> optional = defaults(service).keySet();
    optional.removeAll(NOT_OF_AN_OVERLAY);

    assertThat(named).containsAll(optional);
    assertThat(optional).containsAll(Kubernetes.optional(service));
  }

  /** What the service reads and starts without. */
  private static Map<String, String> defaults(String service) {
    ServiceSettings settings = ServiceSettings.of(service);
    Map<String, String> found = new TreeMap<>();
    for (String value : settings.values().values()) {
      Matcher variable = WITH_DEFAULT.matcher(value);
      while (variable.find()) {
        found.put(variable.group(1), variable.group(2));
      }
    }
    found.keySet().removeAll(settings.required());
    return found;
  }

  private static String quoted(String value) {
    return "`" + value.replaceAll("^\\$\\{(.*)}$", "$1") + "`";
  }

  private static Map<String, String> table() {
    Map<String, String> rows = new TreeMap<>();
    ROW.matcher(section())
        .results()
        .forEach(row -> rows.put(row.group(1), row.group().split("\\|")[3]));
    return rows;
  }

  private static String section() {
    String page = YamlFile.text(PAGE);
    int start = page.indexOf("\n## Optional variables");
    return page.substring(start, page.indexOf("\n## ", start + 1));
  }
}
