package pl.dziennik.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code docker-compose.yml} promises beyond the services' environment. */
class ComposeTest {
  /** These have a default and are no secret. */
  private static final Set<String> OPTIONAL =
      Set.of(
          "APP_ORIGINS",
          "DZIENNIK_IMAGES",
          "DZIENNIK_VERSION",
          "GATEWAY_BIND",
          "PUSH_HOSTS",
          "QUIET_HOURS_DEFAULT_ENABLED",
          "REQUESTS_PER_MINUTE",
          "RESTORED",
          "STRICT_REQUESTS_PER_MINUTE");

  @Test
  void everyVariableIsNamedInTheExampleAndMadeWithoutAValueInIt() {
    Set<String> used = found("(?<!\\$)\\$\\{([A-Z_]+)", YamlFile.text(Compose.FILE));
    used.removeAll(OPTIONAL);
    String example = YamlFile.text(".env.example");

    assertThat(found("(?m)^([A-Z_]+)=", example)).isEqualTo(used);
    assertThat(example.lines().filter(l -> !l.startsWith("#") && !l.isBlank()))
        .allMatch(l -> l.endsWith("="));
  }

  @Test
  void noSecretStandsInTheFile() {
    Compose.services()
        .forEach(
            (service, definition) ->
                definition.at("environment").map().entrySet().stream()
                    .filter(e -> e.getKey().matches(".*(PASSWORD|SECRET|_KEY)$"))
                    .forEach(
                        e ->
                            assertThat(e.getValue().text())
                                .as(service + " " + e.getKey())
                                .matches("\\$\\{[A-Z_]+:\\?}")));
  }

  @Test
  void onlyTheGatewayIsPublishedAndTheMailboxOnThisHost() {
    Map<String, YamlFile> published =
        Compose.services().entrySet().stream()
            .filter(s -> !s.getValue().at("ports").list().isEmpty())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    assertThat(published.keySet()).containsExactlyInAnyOrder("api-gateway", "mailbox");
    assertThat(Compose.service("mailbox").at("ports").list().getFirst().text())
        .startsWith("127.0.0.1:");
  }

  @Test
  void allTopicsAreMadeAsTheLocalPlatformMakesThem() {
    assertThat(Compose.environment("kafka-topics"))
        .containsEntry("TOPICS", String.join(" ", KafkaBroker.TOPICS))
        .containsEntry("PARTITIONS", Integer.toString(KafkaBroker.PARTITIONS))
        .containsEntry("RETENTION_MS", KafkaBroker.WEEK_MS)
        .containsEntry("SEGMENT_MS", KafkaBroker.DAY_MS)
        .containsEntry("MAX_MESSAGE_BYTES", KafkaBroker.ONE_MB);
  }

  @Test
  void databasesAndRolesAreThoseOfTheServices() {
    String script = YamlFile.text("deploy/postgres/10-databases.sql");
    for (ServiceDefinition service : ServiceDefinition.ALL) {
      if (service.hasDatabase()) {
        Map<String, String> given = Compose.environment(service.name());
        assertThat(script)
            .contains(
                "create database %s owner %s;"
                    .formatted(service.database(), given.get("DB_OWNER_USER")))
            .contains("create role " + given.get("DB_USER") + " login");
        assertThat(given.get("DB_URL")).endsWith("/" + service.database());
      }
    }
    assertThat(found("\\\\getenv \\w+ ([A-Z_]+)", script))
        .isEqualTo(
            Compose.environment("postgres").keySet().stream()
                .filter(n -> !n.equals("POSTGRES_PASSWORD"))
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"synergia", "librus"})
  void keycloakIsGivenWhatTheRealmLeavesOpen(String realm) {
    String file = YamlFile.text("local-stack/src/main/resources/realms/" + realm + "-realm.json");
    assertThat(Compose.environment("keycloak").keySet())
        .containsAll(found("\\$\\{([A-Z_]+)}", file));
  }

  @Test
  void whatAServiceNeedsIsHealthyBeforeIt() {
    for (ServiceDefinition service : ServiceDefinition.ALL) {
      Map<String, YamlFile> needs = Compose.service(service.name()).at("depends_on").map();
      assertThat(needs.keySet())
          .as(service.name())
          .containsExactlyInAnyOrderElementsOf(
              service.hasDatabase() ? List.of("postgres", "kafka-topics") : List.of());
    }
    for (String checked : List.of("postgres", "kafka", "keycloak", "mailbox")) {
      assertThat(Compose.healthCheck(checked)).as(checked).isNotEmpty();
    }
  }

  @Test
  void theMailboxAndTheBrokerAreAskedWhereTheyListen() {
    assertThat(Compose.value("mailbox", "GREENMAIL_OPTS")).contains("-Dgreenmail.setup.test.smtp");
    assertThat(Compose.healthCheck("mailbox"))
        .contains("/dev/tcp/127.0.0.1/" + Compose.MAILBOX_PORT + " ");
    String port =
        Compose.value("kafka", "KAFKA_ADVERTISED_LISTENERS").replace("PLAINTEXT://kafka:", "");
    assertThat(Compose.value("kafka", "KAFKA_LISTENERS")).contains("PLAINTEXT://:" + port);
    assertThat(Compose.healthCheck("kafka")).endsWith("localhost:" + port);
  }

  private static Set<String> found(String pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
