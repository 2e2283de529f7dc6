package pl.dziennik.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a service reads and serves, taken from its own {@code application.properties}. */
record ServiceSettings(String service, Map<String, String> values) {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(:?)");
  private static final Pattern WITH_DEFAULT = Pattern.compile("\\$\\{[A-Z0-9_]+:(\\d+)}");

  static ServiceSettings of(String service) {
    Properties file = new Properties();
    Path path = ROOT.resolve(service).resolve("src/main/resources/application.properties");
    try (var in = Files.newBufferedReader(path)) {
      file.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> values = new TreeMap<>();
    file.stringPropertyNames().stream()
        .filter(name -> !name.startsWith("%") || name.startsWith("%prod."))
        .forEach(name -> values.put(name, file.getProperty(name)));
    return new ServiceSettings(service, values);
  }

  /** Variables that it does not start without. */
  Set<String> required() {
    return variables(true);
  }

  /** Every variable that it looks at. */
  Set<String> read() {
    Set<String> all = variables(true);
    all.addAll(variables(false));
    return all;
  }

  int port() {
    return number("quarkus.http.port");
  }

  int managementPort() {
    return number("quarkus.management.port");
  }

  /** Health is on the management port, below this. */
  String healthPath() {
    return values.getOrDefault("quarkus.management.root-path", "/q")
        + "/"
        + values.getOrDefault("quarkus.smallrye-health.root-path", "health");
  }

  private Set<String> variables(boolean withoutDefault) {
    Set<String> found = new TreeSet<>();
    for (String value : values.values()) {
      Matcher variable = VARIABLE.matcher(value);
      while (variable.find()) {
        if (variable.group(2).isEmpty() == withoutDefault) {
          found.add(variable.group(1));
        }
      }
    }
    return found;
  }

  private int number(String property) {
    String value = Optional.ofNullable(values.get(property)).orElse("");
    Matcher said = WITH_DEFAULT.matcher(value);
    if (!said.matches()) {
      throw new AssertionError(service + ": " + property + " has no default: " + value);
    }
    return Integer.parseInt(said.group(1));
  }
}
