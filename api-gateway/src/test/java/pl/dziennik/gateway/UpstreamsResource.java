package pl.dziennik.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import pl.dziennik.testkit.TestIdentity;

/**
 * A Synergia that answers what it received: method, address, headers, size of the body; and an
 * account service that is not there.
 */
public final class UpstreamsResource implements QuarkusTestResourceLifecycleManager {
  private static final AtomicInteger WAITING = new AtomicInteger();
  private static final List<Socket> SILENT = new CopyOnWriteArrayList<>();

  @Override
  public Map<String, String> start() {
    Map<String, String> config = new HashMap<>();
    config.put("SYNERGIA_URL", "http://localhost:" + echo());
    config.put("ACCOUNT_URL", "http://localhost:" + closedPort());
    config.put("LINKING_URL", "http://localhost:" + closedPort());
    config.put("NOTIFICATION_URL", "http://localhost:" + closedPort());
    config.put("STRICT_REQUESTS_PER_MINUTE", "5");
    config.put("KEYCLOAK_URL", TestIdentity.shared().url());
    config.put("PUBLIC_ORIGIN", TestIdentity.PUBLIC_ORIGIN);
    return config;
  }

  @Override
  public void stop() {
    // Ends with the JVM.
  }

  private static int echo() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", UpstreamsResource::answer);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return server.getAddress().getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    int size = size(exchange);
    String headers =
        exchange.getRequestHeaders().entrySet().stream()
            .map(h -> h.getKey() + ": " + String.join(",", h.getValue()))
            .collect(Collectors.joining("\n"));
    byte[] body =
        "%s %s\n%s\nsize=%d"
            .formatted(exchange.getRequestMethod(), exchange.getRequestURI(), headers, size)
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "text/plain");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static int size(HttpExchange exchange) throws IOException {
    WAITING.incrementAndGet();
    try {
      return exchange.getRequestBody().readAllBytes().length;
    } finally {
      WAITING.decrementAndGet();
    }
  }

  /** Requests of which the end has not come. */
  static int waiting() {
    return WAITING.get();
  }

  /** A port that is bound, so that nobody else gets it, and at which nobody listens. */
  private static int closedPort() {
    try {
      Socket silent = new Socket();
      silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      SILENT.add(silent);
      return silent.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
