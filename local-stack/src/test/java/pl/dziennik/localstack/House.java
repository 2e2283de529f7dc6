package pl.dziennik.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A clone of the project in which Java and Maven are played by scripts: for what the script does.
 */
final class House {
  private static final List<String> MODULES =
      List.of(
          "api-gateway",
          "synergia-service",
          "librus-account-service",
          "linking-sync-service",
          "notification-service",
          "local-stack",
          "system-tests",
          "benchmarks");

  private final Path root;

  /** How a run of the script ended: its code and all that it said. */
  record Run(int code, String said) {}

  private House(Path root) {
    this.root = root;
  }

  static House in(Path root) throws IOException {
    House house = new House(root);
    Files.copy(Path.of("../synergia"), root.resolve("synergia"));
    Files.createDirectories(root.resolve("local-stack/launcher"));
    for (String part : List.of("build.sh", "locks.sh", "processes.sh")) {
      Files.copy(Path.of("launcher", part), root.resolve("local-stack/launcher").resolve(part));
    }
    house.program("mvnw", "mvnw");
    for (String program : List.of("java", "javac", "jar")) {
      house.program("jdk/bin/" + program, program);
    }
    house.write("pom.xml", "");
    house.write(".mvn/jvm.config", "");
    house.write("progress", "STEP 0.1s services\nREADY 1.0\n");
    for (String module : MODULES) {
      house.write(module + "/pom.xml", "");
      house.source(module, "first");
    }
    return house;
  }

  /** Runs the script there. */
  Run synergia(String... arguments) throws IOException, InterruptedException {
    return run("", List.of(), arguments);
  }

  Run run(String input, List<String> settings, String... arguments)
      throws IOException, InterruptedException {
    return start(input, settings, arguments).end();
  }

  /** Starts the script there, as somebody does whose Ctrl-C it hears. */
  RunningScript start(String input, List<String> settings, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("env", "--default-signal=INT,TERM", root + "/synergia"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    Path output = Files.createTempFile(root, "output", "");
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("JAVA_HOME", root.resolve("jdk").toString());
    builder.environment().put("DZIENNIK_DATA", data("").toString());
    builder.environment().put("DZIENNIK_CACHE", root.resolve("cache").toString());
    builder.environment().remove("DZIENNIK_BUILT");
    builder.environment().remove("DZIENNIK_PORT_OFFSET");
    for (String setting : settings) {
      String[] nameAndValue = setting.split("=", 2);
      builder.environment().put(nameAndValue[0], nameAndValue[1]);
    }
    Process process = builder.start();
    try (var in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    }
    return new RunningScript(process, output);
  }

  Path data(String name) {
    return root.resolve("data").resolve(name);
  }

  void source(String module, String text) throws IOException {
    write(module + "/src/main/Source.java", text);
  }

  void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** What a file holds, nothing where there is none. */
  String read(String name) throws IOException {
    Path file = root.resolve(name);
    return Files.exists(file) ? Files.readString(file) : "";
  }

  /** How often Maven has packaged or tested. */
  long builds() throws IOException {
    return read("builds").lines().filter(l -> !l.contains("dependency:copy")).count();
  }

  void remove(String name) throws IOException {
    Files.delete(root.resolve(name));
  }

  /** Whether the process lives whose id is in a file. */
  boolean lives(String file) throws IOException {
    PidFile note = new PidFile(root.resolve("note"));
    note.write(Long.parseLong(read(file).strip()));
    return note.find().isPresent();
  }

  private void program(String name, String resource) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(House.class.getResourceAsStream("/house/" + resource))) {
      write(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    Files.setPosixFilePermissions(root.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
