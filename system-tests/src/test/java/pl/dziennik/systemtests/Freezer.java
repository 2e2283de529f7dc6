package pl.dziennik.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds processes of the platform so that they answer nobody, as one that hangs does, and lets them
 * go on when closed. Connections stay open and time out, which is harder than a refusal.
 */
final class Freezer implements AutoCloseable {
  private final List<String> held = new ArrayList<>();

  /**
   * @param processes by the names of their pid files, e.g. {@code synergia-service}
   */
  static Freezer holding(Path pids, String... processes) {
    Freezer freezer = new Freezer();
    for (String process : processes) {
      String pid = pid(pids.resolve(process + ".pid"));
      signal("-STOP", pid);
      freezer.held.add(pid);
    }
    return freezer;
  }

  @Override
  public void close() {
    held.forEach(pid -> signal("-CONT", pid));
  }

  private static String pid(Path file) {
    try {
      return Files.readString(file).strip().split(" ")[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void signal(String signal, String pid) {
    try {
      int code = new ProcessBuilder("kill", signal, pid).start().waitFor();
      if (code != 0) {
        throw new IllegalStateException("kill " + signal + " " + pid + " ended with " + code);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
