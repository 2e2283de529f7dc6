package pl.dziennik.pushreceiver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands in for a push service (RFC 8030) and for the browser behind it. {@code POST
 * /subscriptions} subscribes and answers what a browser's {@code PushSubscription} says; {@code
 * POST /push/{id}} takes a push, {@code GET /subscriptions/{id}/messages} shows what came,
 * decrypted; {@code DELETE /subscriptions/{id}} makes later pushes answer 410.
 */
public final class PushReceiver implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Browser browser;
  private final PushService service;

  private PushReceiver(HttpServer server, String origin, String applicationServerKey, Clock clock) {
    this.server = server;
    PushSubscriptions subscriptions = new PushSubscriptions();
    this.browser = new Browser(subscriptions, origin, applicationServerKey);
    this.service = new PushService(subscriptions, origin, clock);
  }

  /**
   * Starts it on the loopback address.
   *
   * @param port 0 for any
   * @param applicationServerKey whose pushes a subscription takes that names nobody: the VAPID
   *     public key, base64url
   */
  public static PushReceiver start(int port, String applicationServerKey, Clock clock) {
    HttpServer server = bound(port);
    return started(new PushReceiver(server, addressOf(server), applicationServerKey, clock));
  }

  /**
   * Starts it at any port, behind somebody who passes pushes on.
   *
   * @param origin where pushes are sent to
   */
  public static PushReceiver startBehind(String origin, String applicationServerKey, Clock clock) {
    return started(new PushReceiver(bound(0), origin, applicationServerKey, clock));
  }

  private static HttpServer bound(int port) {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("the push receiver does not start", e);
    }
  }

  private static PushReceiver started(PushReceiver receiver) {
    receiver.server.setExecutor(receiver.threads);
    receiver.server.createContext("/", receiver::handle);
    receiver.server.start();
    return receiver;
  }

  private static String addressOf(HttpServer server) {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Where it is, e.g. {@code http://localhost:8026}. */
  public String address() {
    return addressOf(server);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answer(exchange);
      byte[] body =
          answer.body().map(b -> b.toString().getBytes(StandardCharsets.UTF_8)).orElse(new byte[0]);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().substring(1).split("/", -1);
    return switch (exchange.getRequestMethod() + " " + path[0] + " " + path.length) {
      case "POST subscriptions 1" -> browser.subscribe(body(exchange));
      case "DELETE subscriptions 2" -> browser.unsubscribe(path[1]);
      case "GET subscriptions 3" -> browser.messages(path[1]);
      case "POST push 2" -> service.push(path[1], exchange.getRequestHeaders(), body(exchange));
      default -> Answer.refused(404, "no such address");
    };
  }

  /** One byte more than is taken, at most: then it is too large. */
  private static byte[] body(HttpExchange exchange) throws IOException {
    return exchange.getRequestBody().readNBytes(PushService.LARGEST + 1);
  }
}
