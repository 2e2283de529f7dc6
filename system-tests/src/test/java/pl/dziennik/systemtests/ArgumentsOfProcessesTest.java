package pl.dziennik.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everybody on a machine can read the arguments of its processes: no secret stands among them. */
class ArgumentsOfProcessesTest {
  private static final int LONG_ENOUGH_TO_BE_SECRET = 16;
  private static final Pattern ACCESS_TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{20,}");

  private final Platform platform = Platform.running();
  private final Set<String> seen = new ConcurrentSkipListSet<>();

  @Test
  void noSecretIsSeenWhileThePlatformRunsAndHandsOutTokens() {
    Map<String, String> secrets = pieces(platform.secrets());
    CompletableFuture<String> token =
        CompletableFuture.supplyAsync(() -> platform.token("operator"));

    do {
      arguments().forEach(arguments -> look(arguments, secrets));
    } while (!token.isDone());

    assertThat(token.join()).matches(ACCESS_TOKEN.pattern() + ".*");
    assertThat(seen)
        .as("names of secrets, and what was looked at")
        .containsExactlyInAnyOrder(
            "keycloak", "notification-service", "the supervisor", "the script's token");
  }

  private void look(String arguments, Map<String, String> secrets) {
    secrets.forEach((value, name) -> note(arguments.contains(value), "secret: " + name));
    // Of this platform: others on the machine have their own people.
    boolean ours = arguments.contains(Platform.DATA.toString());
    note(ours && ACCESS_TOKEN.matcher(arguments).find(), "secret: an access token");
    note(arguments.contains("io.quarkus.bootstrap.runner.QuarkusEntryPoint"), "keycloak");
    note(arguments.contains("notification-service/quarkus-run.jar"), "notification-service");
    note(arguments.contains("localstack.Main supervise"), "the supervisor");
    note(arguments.contains("localstack.Main token"), "the script's token");
  }

  private void note(boolean found, String name) {
    if (found) {
      seen.add(name);
    }
  }

  /** Values, or what they consist of, with their names. */
  private static Map<String, String> pieces(Map<String, String> secrets) {
    return secrets.entrySet().stream()
        .flatMap(
            secret ->
                Arrays.stream(secret.getValue().split("[^A-Za-z0-9_+/=-]+"))
                    .filter(piece -> piece.length() >= LONG_ENOUGH_TO_BE_SECRET)
                    .map(piece -> Map.entry(piece, secret.getKey())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
  }

  private static Stream<String> arguments() {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes
          .filter(p -> p.getFileName().toString().matches("\\d+"))
          .map(ArgumentsOfProcessesTest::argumentsOf)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String argumentsOf(Path process) {
    try {
      return new String(Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.ISO_8859_1)
          .replace('\0', ' ');
    } catch (IOException e) {
      // It has ended meanwhile.
      return "";
    }
  }
}
