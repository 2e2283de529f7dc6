package pl.dziennik.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * That of two supervisors one only runs a data folder. The system gives it back when the process
 * ends, however it ends.
 */
final class Claim implements AutoCloseable {
  private final FileChannel file;

  private Claim(FileChannel file) {
    this.file = file;
  }

  /** The claim, unless somebody else has it. */
  static Optional<Claim> on(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (taken(channel)) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new Claim(channel));
  }

  private static boolean taken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() == null;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
