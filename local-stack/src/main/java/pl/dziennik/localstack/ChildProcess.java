package pl.dziennik.localstack;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A process under the supervisor, with a pid file by which a later run finds it again. */
final class ChildProcess {
  private static final Duration POLITE = Duration.ofSeconds(15);

  private final String name;
  private final Process process;
  private final File log;
  private final long logBegin;

  private ChildProcess(String name, Process process, File log, long logBegin) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.logBegin = logBegin;
  }

  static ChildProcess start(
      StateFolder state, String name, List<String> command, Map<String, String> environment) {
    File log = state.log(name).toFile();
    long logBegin = log.length();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      state.pid(name).write(process.pid());
      return new ChildProcess(name, process, log, logBegin);
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

  /** Comes when it has ended, for whatever reason. */
  CompletableFuture<ChildProcess> end() {
    return process.onExit().thenApply(ended -> this);
  }

  /** Of one that has ended by itself: who, the last error that it has logged, where the log is. */
  StartFailure death() {
    return failure("died (code %d)".formatted(process.exitValue()));
  }

  /** The same of one that lives and does not do what it should. */
  StartFailure failure(String what) {
    String why = LastError.in(log.toPath(), logBegin).map(last -> ": " + last).orElse("");
    return new StartFailure("%s %s%s; see %s".formatted(name, what, why, log));
  }

  /** Asks it to end, waits, and insists. */
  void stop() {
    // The whole family: Keycloak's script waits for its Java process and passes nothing on.
    List<ProcessHandle> family =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    family.forEach(ProcessHandle::destroy);
    for (ProcessHandle member : family) {
      if (!waitFor(member)) {
        member.destroyForcibly();
        waitFor(member);
      }
    }
  }

  private static boolean waitFor(ProcessHandle process) {
    try {
      process.onExit().get(POLITE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    } catch (ExecutionException | TimeoutException e) {
      return !process.isAlive();
    }
  }
}
