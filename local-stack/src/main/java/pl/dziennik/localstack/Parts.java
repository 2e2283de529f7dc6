package pl.dziennik.localstack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * All that has to be ended: servers inside the supervisor and processes under it. Knows of a death
 * at once, whatever the start is waiting for, and ends everything in the order that it needs.
 */
final class Parts {
  private final Object opening = new Object();
  private final Deque<AutoCloseable> servers = new ArrayDeque<>();
  private final List<ChildProcess> children = new ArrayList<>();
  private final CompletableFuture<Void> failure = new CompletableFuture<>();
  private volatile boolean ending;

  /** Starts a process and watches it. */
  ChildProcess child(Supplier<ChildProcess> start) {
    synchronized (children) {
      requireNotEnding();
      ChildProcess child = start.get();
      children.add(child);
      var unused = child.end().thenAccept(ended -> fail(ended.death()));
      return child;
    }
  }

  /** Opens a server; the end waits for it, so that nothing is left half open. */
  <T extends AutoCloseable> T server(Supplier<T> start) {
    synchronized (opening) {
      requireNotEnding();
      T server = start.get();
      servers.push(server);
      return server;
    }
  }

  /**
   * Fails when a process ends that nobody has told to, or as {@link #fail} says; never ends well.
   */
  CompletableFuture<Void> failure() {
    return failure;
  }

  void fail(Throwable why) {
    if (!ending) {
      failure.completeExceptionally(why);
    }
  }

  /**
   * Services first and together, then Keycloak, then what they all stand on.
   *
   * @param complaints what a server says that does not end well
   */
  void end(Consumer<String> complaints) {
    ending = true;
    List<ChildProcess> all;
    synchronized (children) {
      all = List.copyOf(children);
    }
    stop(all.stream().filter(c -> !KeycloakServer.NAME.equals(c.name())));
    stop(all.stream().filter(c -> KeycloakServer.NAME.equals(c.name())));
    synchronized (opening) {
      while (!servers.isEmpty()) {
        try {
          servers.pop().close();
        } catch (Exception e) {
          complaints.accept("closing: " + e);
        }
      }
    }
  }

  private static void stop(Stream<ChildProcess> together) {
    CompletableFuture.allOf(
            together
                .map(child -> CompletableFuture.runAsync(child::stop, new OwnThread()))
                .toArray(CompletableFuture<?>[]::new))
        .join();
  }

  private void requireNotEnding() {
    if (ending) {
      throw new StartFailure("stopped while starting");
    }
  }
}
