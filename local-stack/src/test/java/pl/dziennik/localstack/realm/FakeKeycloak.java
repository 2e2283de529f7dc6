package pl.dziennik.localstack.realm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The Admin API of a Keycloak that answers what it was given and notes what is written. */
final class FakeKeycloak implements AutoCloseable {
  private static final String REALMS = "/auth/admin/realms";

  private final HttpServer server;
  private final Map<String, String> answers = new HashMap<>();
  private final Map<String, Runnable> afterPosts = new HashMap<>();
  private final List<String> writes = new CopyOnWriteArrayList<>();

  FakeKeycloak() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
    answers.put("/auth/realms/master/protocol/openid-connect/token", "{\"access_token\":\"t\"}");
  }

  KeycloakAdmin admin() {
    String url = "http://localhost:" + server.getAddress().getPort() + "/auth";
    return KeycloakAdmin.signIn(url, "setup", "password");
  }

  /**
   * @param path below the realms, with its query
   * @param json with {@code '} for quotation marks
   */
  void has(String path, String json) {
    answers.put(REALMS + path, json.replace('\'', '"'));
  }

  void lacks(String path) {
    answers.remove(REALMS + path);
  }

  /** What is there as soon as something has been posted to a path. */
  void hasAfterPost(String posted, String path, String json) {
    afterPosts.put(posted, () -> has(path, json));
  }

  /** Method, path and body of each write, in their order. */
  List<String> writes() {
    return writes;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().toString();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      boolean reads = "GET".equals(exchange.getRequestMethod()) || !path.startsWith(REALMS);
      if (!reads) {
        String written = path.substring(REALMS.length());
        writes.add((exchange.getRequestMethod() + " " + written + " " + body).strip());
        if ("POST".equals(exchange.getRequestMethod())) {
          afterPosts.getOrDefault(written, () -> {}).run();
        }
        exchange.sendResponseHeaders(204, -1);
        return;
      }
      byte[] answer = answers.getOrDefault(path, "{}").getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answers.containsKey(path) ? 200 : 404, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
