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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Synergia's side of the wire: gives tokens, writes down what was put, answers as told. */
public final class StubSynergia implements QuarkusTestResourceLifecycleManager {
  /** {@code METHOD path body} of every accepted call with the token. */
  static final List<String> CALLS = new CopyOnWriteArrayList<>();

  /** Status of every PUT from now on; 0: what Synergia would say. */
  static final AtomicInteger ANSWER = new AtomicInteger();

  private static final Pattern CODE = Pattern.compile("(?:^|&)code=([^&]+)");
  private static final Ticket REFUSED = new Ticket(401, "{\"code\":\"invalid-token\"}");

  /** What a grant ticket's request gets, by the code that the person came back with. */
  static final Map<String, Ticket> TICKETS = new ConcurrentHashMap<>();

  /** School sessions that were ended, by their code. */
  static final List<String> ENDED_SESSIONS = new CopyOnWriteArrayList<>();

  record Ticket(int status, String body) {}

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
    String bearer = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    if (path.startsWith("/auth/realms/synergia/protocol/openid-connect/")) {
      keycloak(exchange, path, body);
    } else if (path.equals("/internal/v1/grant-tickets")) {
      Ticket ticket = TICKETS.getOrDefault(bearer.replace("Bearer person-", ""), REFUSED);
      reply(exchange, ticket.status(), ticket.body());
    } else if (!"Bearer t".equals(bearer)) {
      reply(exchange, 401, "{\"code\":\"unauthenticated\"}");
    } else if (ANSWER.get() != 0) {
      reply(exchange, ANSWER.get(), "{\"code\":\"told-so\"}");
    } else {
      CALLS.add(exchange.getRequestMethod() + " " + path + " " + body);
      boolean isScope = path.contains("/scopes/");
      reply(exchange, isScope ? 204 : 200, isScope ? "" : body(path));
    }
  }

  private static void keycloak(HttpExchange exchange, String path, String body) throws IOException {
    Matcher code = CODE.matcher(body);
    if (path.endsWith("/logout")) {
      ENDED_SESSIONS.add(body.replaceAll(".*refresh_token=refresh-([^&]*).*", "$1"));
      reply(exchange, 204, "");
    } else if (!code.find()) {
      reply(exchange, 200, "{\"access_token\":\"t\",\"expires_in\":300}");
    } else if (body.contains("code_verifier=") && TICKETS.containsKey(code.group(1))) {
      reply(
          exchange,
          200,
          "{\"access_token\":\"person-%1$s\",\"refresh_token\":\"refresh-%1$s\"}"
              .formatted(code.group(1)));
    } else {
      reply(exchange, 400, "{\"error\":\"invalid_grant\"}");
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
