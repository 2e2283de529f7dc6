package pl.dziennik.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * By which a process is found again: its id, and when it started, since ids are given out again.
 * {@code ./synergia} writes none of these, but reads them (its {@code started}): it finds and ends
 * what a killed supervisor has left.
 */
record PidFile(Path file) {
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

  /** Where Linux says when a process started, counted from its state on. */
  private static final int START_TICKS = 19;

  void write(long pid) throws IOException {
    Files.writeString(file, pid + " " + started(pid).orElse("gone") + "\n");
  }

  /** The process of the file, if it is still the one that was noted, and lives. */
  Optional<Long> find() {
    try {
      String[] noted = Files.readString(file).strip().split(" ", 2);
      long pid = Long.parseLong(noted[0]);
      return Optional.of(pid)
          .filter(p -> noted.length > 1 && started(p).filter(noted[1]::equals).isPresent());
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Ticks and boot; nothing for what is gone, or ended and not yet reaped by its parent. */
  private static Optional<String> started(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      // The second field is the program's name, which may hold anything.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return "Z".equals(fields[0])
          ? Optional.empty()
          : Optional.of(fields[START_TICKS] + "@" + Files.readString(BOOT).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
