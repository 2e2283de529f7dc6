package pl.dziennik.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** The file that {@code ./synergia up} follows: a line each, the first word says what it means. */
final class Progress {
  private final Path file;
  private final long begin = System.nanoTime();

  Progress(Path file) {
    this.file = file;
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void say(String what) {
    append("STEP %5.1fs %s".formatted(elapsed(), what));
  }

  void detail(String what) {
    append("DETAIL " + what);
  }

  void ready() {
    append("READY %.1f".formatted(elapsed()));
  }

  void failed(String why) {
    append("FAILED " + why.replaceAll("[\\s\\p{Cc}]+", " "));
  }

  void stopped() {
    append("STOPPED");
  }

  private double elapsed() {
    return Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
  }

  private synchronized void append(String line) {
    try {
      Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
