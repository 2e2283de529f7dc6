package pl.dziennik.localstack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits until something answers 200, as long as its process lives. */
final class Health {
  private static final Duration BETWEEN = Duration.ofMillis(100);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

  private Health() {}

  /**
   * @throws StartFailure when the process dies or the time is over
   */
  static void await(ChildProcess child, String url, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (!answers(url)) {
      if (!child.isAlive()) {
        throw child.death();
      }
      if (System.nanoTime() > end) {
        throw child.failure("was not healthy after %d s".formatted(patience.toSeconds()));
      }
      LockSupport.parkNanos(BETWEEN.toNanos());
    }
  }

  static boolean answers(String url) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(2)).build();
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
