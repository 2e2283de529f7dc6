package pl.dziennik.localstack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process under the supervisor, with a pid file by which a later run finds it again. */
final class ChildProcess {
  private static final Duration POLITE = Duration.ofSeconds(15);

  private final String name;
  private final Process process;

  private ChildProcess(String name, Process process) {
    this.name = name;
    this.process = process;
  }

  static ChildProcess start(
      StateFolder state, String name, List<String> command, Map<String, String> environment) {
    File log = state.log(name).toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      writePid(state.pid(name), process.toHandle());
      return new ChildProcess(name, process);
    } catch (IOException e) {
      throw new StartFailure(name + " could not be started: " + e.getMessage(), e);
    }
  }

  String name() {
    return name;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  int exitValue() {
    return process.exitValue();
  }

  /** Asks it to end, waits, and insists. */
  void stop() {
    end(process.toHandle());
  }

  /** Notes a process: its id and when it started, since ids are given out again. */
  static void writePid(Path file, ProcessHandle process) throws IOException {
    Files.writeString(file, process.pid() + " " + startOf(process));
  }

  /** The process of a pid file, if it is still the one that wrote it. */
  static Optional<ProcessHandle> find(Path file) {
    try {
      String[] parts = Files.readString(file).strip().split(" ", 2);
      return ProcessHandle.of(Long.parseLong(parts[0]))
          .filter(p -> p.isAlive() && !isZombie(p))
          .filter(p -> parts.length > 1 && parts[1].equals(startOf(p)));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Ends what a killed supervisor left behind; returns how many there were. */
  static int endOrphans(StateFolder state) {
    int ended = 0;
    try (Stream<Path> files = Files.list(state.root().resolve("pids"))) {
      for (Path file : files.filter(f -> !f.endsWith("supervisor.pid")).toList()) {
        Optional<ProcessHandle> orphan = find(file);
        orphan.ifPresent(ChildProcess::end);
        ended += orphan.isPresent() ? 1 : 0;
        Files.deleteIfExists(file);
      }
      return ended;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void end(ProcessHandle process) {
    // The whole family: Keycloak's script waits for its Java process and passes nothing on.
    List<ProcessHandle> family = Stream.concat(process.descendants(), Stream.of(process)).toList();
    family.forEach(ProcessHandle::destroy);
    for (ProcessHandle member : family) {
      if (!waitFor(member, POLITE)) {
        member.destroyForcibly();
        waitFor(member, POLITE);
      }
    }
  }

  private static boolean waitFor(ProcessHandle process, Duration time) {
    try {
      process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      return !process.isAlive();
    }
  }

  /** Ended, but not yet reaped by its parent: Linux still lists it. */
  private static boolean isZombie(ProcessHandle process) {
    Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
    try {
      return Files.exists(stat) && Files.readString(stat).contains(") Z ");
    } catch (IOException e) {
      return false;
    }
  }

  private static String startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("unknown");
  }
}
