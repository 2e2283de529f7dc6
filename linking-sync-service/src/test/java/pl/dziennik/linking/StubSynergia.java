package pl.dziennik.linking;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Synergia's side of the wire: gives tokens, writes down what was put, answers as told. */
public final class StubSynergia implements QuarkusTestResourceLifecycleManager {
  /** {@code METHOD path body} of every accepted call with the token. */
  static final List<String> CALLS = new CopyOnWriteArrayList<>();

  /** Status of every PUT from now on; 0: what Synergia would say. */
  static final AtomicInteger ANSWER = new AtomicInteger();

  private final HttpServer server;

  public StubSynergia() {
    try {
      server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, String> start() {
    server.createContext("/", this::answer);
    server.start();
    String url = "http://localhost:" + server.getAddress().getPort();
    return Map.of("SYNERGIA_URL", url, "dziennik.synergia.identity-url", url + "/auth");
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/auth/realms/synergia/protocol/openid-connect/token")) {
      reply(exchange, 200, "{\"access_token\":\"t\",\"expires_in\":300}");
    } else if (!"Bearer t".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      reply(exchange, 401, "{\"code\":\"unauthenticated\"}");
    } else if (ANSWER.get() != 0) {
      reply(exchange, ANSWER.get(), "{\"code\":\"told-so\"}");
    } else {
      CALLS.add(exchange.getRequestMethod() + " " + path + " " + body);
      boolean isScope = path.contains("/scopes/");
      reply(exchange, isScope ? 204 : 200, isScope ? "" : body(path));
    }
  }

  /** A school in the epoch of the tests that has nothing. */
  private static String body(String path) {
    if (path.endsWith("/reconciliation/grants")) {
      return "{\"epoch\":7,\"items\":[]}";
    }
    boolean isList = path.contains("/reconciliation/") || path.endsWith("/schools");
    return isList ? "[]" : "{\"epoch\":1}";
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
