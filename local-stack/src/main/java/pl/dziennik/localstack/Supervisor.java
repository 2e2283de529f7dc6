package pl.dziennik.localstack;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Has everything started, watches it from its first moment on, and ends it. */
final class Supervisor {
  private final Progress progress;
  private final Parts parts = new Parts();

  Supervisor(Progress progress) {
    this.progress = progress;
  }

  /**
   * Runs until a part dies; why is the last line of the progress. Who tells it to stop ends the
   * process.
   *
   * @param startup brings the parts up; a death is told at once, even while it waits for another
   */
  void run(Consumer<Parts> startup) {
    CompletableFuture<Void> up =
        CompletableFuture.runAsync(() -> startup.accept(parts), new OwnThread());
    try {
      CompletableFuture.anyOf(up, parts.failure()).join();
      progress.ready();
      parts.failure().join();
    } catch (CompletionException e) {
      progress.failed(words(e));
    }
  }

  /** A failure is words for a person already; anything else is named with what it is. */
  private static String words(Throwable thrown) {
    Throwable e = thrown;
    while (e instanceof CompletionException && e.getCause() != null) {
      e = e.getCause();
    }
    return e instanceof StartFailure ? String.valueOf(e.getMessage()) : e.toString();
  }

  /** Ends all parts; for when the process is told to end, or ends by itself. */
  void end() {
    parts.end(progress::detail);
    progress.stopped();
  }
}
