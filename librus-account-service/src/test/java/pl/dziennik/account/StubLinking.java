package pl.dziennik.account;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** linking-sync's side of the wire: gives tokens and knows which pupils an account is linked to. */
public final class StubLinking implements QuarkusTestResourceLifecycleManager {
  /** Status of every answer from now on; 0: what linking-sync would say. */
  static final AtomicInteger ANSWER = new AtomicInteger();

  private static final Set<String> LINKED = ConcurrentHashMap.newKeySet();
  private static final Map<String, String> TRACES = new ConcurrentHashMap<>();

  private final HttpServer server;

  public StubLinking() {
    try {
      server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void link(UUID account, UUID pupil) {
    LINKED.add(path(account, pupil));
  }

  /** The {@code traceparent} that came with the question about this link. */
  static Optional<String> traceOf(UUID account, UUID pupil) {
    return Optional.ofNullable(TRACES.get(path(account, pupil)));
  }

  private static String path(UUID account, UUID pupil) {
    return "/internal/v1/accounts/" + account + "/pupils/" + pupil + "/active-link";
  }

  @Override
  public Map<String, String> start() {
    server.createContext("/", this::answer);
    server.start();
    String url = "http://localhost:" + server.getAddress().getPort();
    return Map.of("LINKING_URL", url, "dziennik.linking.identity-url", url + "/auth");
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Optional.ofNullable(exchange.getRequestHeaders().getFirst("traceparent"))
        .ifPresent(trace -> TRACES.put(path, trace));
    if (path.equals("/auth/realms/librus/protocol/openid-connect/token")) {
      reply(exchange, 200, "{\"access_token\":\"t\",\"expires_in\":300}");
    } else if (!"Bearer t".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      reply(exchange, 401, "");
    } else if (ANSWER.get() != 0) {
      reply(exchange, ANSWER.get(), "");
    } else {
      reply(exchange, LINKED.contains(path) ? 204 : 404, "");
    }
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }
}
