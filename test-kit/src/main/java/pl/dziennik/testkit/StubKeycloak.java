package pl.dziennik.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keycloak's Admin REST API as far as a test says what it answers; remembers what was asked. */
public final class StubKeycloak implements AutoCloseable {
  private static final String TOKEN = "{\"access_token\":\"stub\",\"expires_in\":300}";
  private static final Answer EMPTY = new Answer(204, "");

  private final HttpServer server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private record Answer(int status, String body) {}

  private StubKeycloak(HttpServer server) {
    this.server = server;
  }

  /** Listens on a port of its own. */
  public static StubKeycloak started() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    StubKeycloak stub = new StubKeycloak(server);
    server.createContext("/", stub::answer);
    server.start();
    return stub;
  }

  public String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /**
   * Says what is answered from now on.
   *
   * @param call method and path below the realm with its query, e.g. {@code GET /users?max=2}
   */
  public void answers(String call, int status, String body) {
    answers.put(call, new Answer(status, body));
  }

  /** The calls below the realm, in order. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    boolean isAdmin = path.startsWith("/admin/realms/");
    String call = exchange.getRequestMethod() + " " + path.replaceFirst("^/admin/realms/[^/]+", "");
    if (isAdmin) {
      asked.add(call);
    }
    write(exchange, isAdmin ? answers.getOrDefault(call, EMPTY) : new Answer(200, TOKEN));
  }

  private static void write(HttpExchange exchange, Answer answer) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
