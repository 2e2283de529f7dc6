package pl.dziennik.systemtests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.dziennik.systemtests.client.Api;
import pl.dziennik.systemtests.journey.Places;

/**
 * The really started platform, by the script that people type: on its own ports, data folder and
 * realms, so it may run beside another. Started once a JVM, ended with it.
 */
final class Platform {
  private static final int OFFSET = 10_000;
  static final String ORIGIN = "http://localhost:" + (8080 + OFFSET);
  static final String MAILBOX = "http://localhost:" + (8025 + OFFSET);
  static final int POSTGRES_PORT = 15432 + OFFSET;

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  static final Path DATA = ROOT.resolve("system-tests/target/platform");

  private static final class Holder {
    static final Platform SHARED = new Platform();
  }

  private Platform() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> script("down")));
    script("reset");
    script("up");
  }

  static Platform running() {
    return Holder.SHARED;
  }

  /** Where this platform is. */
  Places places() {
    return Places.local(OFFSET);
  }

  /** Address of a management port, which only this machine reaches. */
  String managementOf(int port) {
    return "http://localhost:" + (port + OFFSET);
  }

  Api anonymous() {
    return Api.at(ORIGIN);
  }

  Api operator() {
    return anonymous().as(token("operator"));
  }

  /** What {@code ./synergia token} prints for one of the logins it knows. */
  String token(String user) {
    return script("token", user).getLast();
  }

  /** A password or key that the platform made for itself. */
  String secret(String name) {
    return Optional.ofNullable(secrets().get(name)).orElseThrow();
  }

  /** All passwords and keys by their names. */
  Map<String, String> secrets() {
    try (Stream<String> lines = Files.lines(DATA.resolve("secrets.env"))) {
      return lines
          .map(line -> line.split("=", 2))
          .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a process has logged so far. */
  String log(String process) {
    try {
      return Files.readString(DATA.resolve("logs").resolve(process + ".log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Holds processes of this platform until the answer is closed. */
  Freezer freeze(String... processes) {
    return Freezer.holding(DATA.resolve("pids"), processes);
  }

  /** Runs the script against this platform; fails with its output. */
  static List<String> script(String... arguments) {
    List<String> command = new ArrayList<>(List.of(ROOT.resolve("synergia").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("DZIENNIK_DATA", DATA.toString());
    builder.environment().put("DZIENNIK_PORT_OFFSET", Integer.toString(OFFSET));
    // The build that runs these tests has just made everything.
    builder.environment().put("DZIENNIK_BUILT", "true");
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      List<String> lines = new ArrayList<>();
      try (BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
          lines.add(line);
        }
      }
      int code = process.waitFor();
      if (code != 0) {
        throw new IllegalStateException(
            "synergia %s ended with %d:%n%s"
                .formatted(arguments[0], code, String.join("\n", lines))
                .toLowerCase(Locale.ROOT));
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
