package pl.dziennik.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder that holds everything a platform leaves on disk; readable by its owner only. */
record StateFolder(Path root) {

  static StateFolder at(Path root) {
    try {
      Files.createDirectories(root);
      close(root);
      for (String sub : new String[] {"logs", "pids", "keys"}) {
        Files.createDirectories(root.resolve(sub));
      }
      return new StateFolder(root);
    } catch (IOException e) {
      throw new StartFailure("The data folder " + root + " cannot be made: " + e.getMessage(), e);
    }
  }

  Path log(String name) {
    return root.resolve("logs").resolve(name + ".log");
  }

  PidFile pid(String name) {
    return new PidFile(root.resolve("pids").resolve(name + ".pid"));
  }

  Path folder(String name) {
    return root.resolve(name);
  }

  /** Leaves a folder to its owner alone. */
  static void close(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  /** Writes a file that only its owner may read. */
  static void writeSecret(Path file, String text) {
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
