package pl.dziennik.linking;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The account's and the notification's side of an export: knows nobody unless told. */
public final class StubExports implements QuarkusTestResourceLifecycleManager {
  private static final String TOKENS = "/identity/realms/librus/protocol/openid-connect/token";
  private static final Answer NOTHING = new Answer(404, "{\"code\":\"not-found\"}");
  private static final Map<String, Answer> ANSWERS = new ConcurrentHashMap<>();

  private final HttpServer server;

  public StubExports() {
    try {
      server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Answer(int status, String body) {}

  /**
   * What is answered for an account from now on.
   *
   * @param service {@code account} or {@code notification}
   */
  static void answer(String service, UUID account, int status, String body) {
    ANSWERS.put(
        "/" + service + "/internal/v1/accounts/" + account + "/export", new Answer(status, body));
  }

  @Override
  public Map<String, String> start() {
    server.createContext("/", this::handle);
    server.start();
    String url = "http://localhost:" + server.getAddress().getPort();
    return Map.of(
        "ACCOUNT_URL",
        url + "/account",
        "NOTIFICATION_URL",
        url + "/notification",
        "dziennik.export.identity-url",
        url + "/identity");
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath();
    if (path.equals(TOKENS)) {
      boolean isUs =
          form.contains("client_id=svc-linking-sync") && form.contains("client_secret=unused");
      reply(
          exchange,
          isUs
              ? new Answer(200, "{\"access_token\":\"x\",\"expires_in\":300}")
              : new Answer(401, "{}"));
    } else if (!"Bearer x".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      reply(exchange, new Answer(401, "{\"code\":\"unauthenticated\"}"));
    } else {
      reply(exchange, ANSWERS.getOrDefault(path, NOTHING));
    }
  }

  private static void reply(HttpExchange exchange, Answer answer) throws IOException {
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
