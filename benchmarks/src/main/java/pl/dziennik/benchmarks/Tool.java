package pl.dziennik.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A program of the machine that measures: found, or named as missing. */
record Tool(String name, Path program) {

  /** On the path, or where Debian puts PostgreSQL's programs. */
  static Optional<Tool> find(String name) {
    List<Path> folders = new ArrayList<>();
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
      folders.add(Path.of(folder));
    }
    Path postgres = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(postgres)) {
      try (Stream<Path> versions = Files.list(postgres)) {
        versions.map(v -> v.resolve("bin")).forEach(folders::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return folders.stream()
        .map(f -> f.resolve(name))
        .filter(Files::isExecutable)
        .findFirst()
        .map(p -> new Tool(name, p));
  }

  /** Runs it to its end; what it printed. */
  String run(Map<String, String> environment, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(name + " failed: " + out);
      }
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
