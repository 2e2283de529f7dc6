package pl.dziennik.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** {@code ./synergia} at work, and what it has said so far. */
record RunningScript(Process process, Path output) {
  private static final long PATIENCE_MINUTES = 2;

  /** Waits for its end. */
  House.Run end() throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("it does not end, and has said: " + said());
    }
    return new House.Run(process.exitValue(), said());
  }

  void interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
  }

  String said() throws IOException {
    return Files.readString(output);
  }
}
