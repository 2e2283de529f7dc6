package pl.dziennik.pushreceiver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import pl.dziennik.pushreceiver.PushSubscriptions.Message;
import pl.dziennik.pushreceiver.PushSubscriptions.Subscription;

/**
 * Stands in for a push service (RFC 8030) and for the browser behind it. {@code POST
 * /subscriptions} subscribes and answers what a browser's {@code PushSubscription} says; {@code
 * POST /push/{id}} takes a push, {@code GET /subscriptions/{id}/messages} shows what came,
 * decrypted; {@code DELETE /subscriptions/{id}} makes later pushes answer 410.
 */
public final class PushReceiver implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final int LARGEST = 4096;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final PushSubscriptions subscriptions = new PushSubscriptions();
  private final String origin;
  private final String applicationServerKey;
  private final Clock clock;

  private PushReceiver(HttpServer server, String origin, String applicationServerKey, Clock clock) {
    this.server = server;
    this.origin = origin;
    this.applicationServerKey = applicationServerKey;
    this.clock = clock;
  }

  /** An answer with its body, if it has one. */
  private record Answer(int status, Optional<JsonNode> body) {
    static Answer of(int status) {
      return new Answer(status, Optional.empty());
    }

    static Answer refused(int status, String reason) {
      return new Answer(status, Optional.of(JSON.createObjectNode().put("reason", reason)));
    }
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
      case "POST subscriptions 1" -> subscribe(exchange);
      case "DELETE subscriptions 2" -> Answer.of(subscriptions.remove(path[1]) ? 204 : 404);
      case "GET subscriptions 3" -> messages(path[1]);
      case "POST push 2" -> push(exchange, path[1]);
      default -> Answer.refused(404, "no such address");
    };
  }

  private Answer subscribe(HttpExchange exchange) throws IOException {
    JsonNode request = JSON.readTree(exchange.getRequestBody().readNBytes(LARGEST));
    String id = UUID.randomUUID().toString();
    Subscription made =
        subscriptions.create(id, request.path("applicationServerKey").asText(applicationServerKey));
    ObjectNode out = JSON.createObjectNode();
    out.put("endpoint", origin + "/push/" + id).putNull("expirationTime");
    out.putObject("keys")
        .put("p256dh", BASE64.encodeToString(made.keys().publicPoint()))
        .put("auth", BASE64.encodeToString(made.keys().auth()));
    out.put("id", id);
    return new Answer(201, Optional.of(out));
  }

  private Answer push(HttpExchange exchange, String id) throws IOException {
    Optional<Subscription> found = subscriptions.find(id);
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
    if (found.isEmpty()) {
      return Answer.refused(410, "there is no such subscription (any more)");
    }
    if (body.length > LARGEST) {
      return Answer.refused(413, "a push has at most 4096 bytes");
    }
    if (header(exchange, "TTL").isEmpty()
        || !"aes128gcm".equals(header(exchange, "Content-Encoding"))) {
      return Answer.refused(400, "a push says TTL and Content-Encoding: aes128gcm");
    }
    Optional<String> refusal =
        new VapidCheck(origin, clock)
            .refusal(header(exchange, "Authorization"), found.get().applicationServerKey());
    return refusal.isPresent()
        ? Answer.refused(403, refusal.get())
        : take(exchange, found.get(), body);
  }

  private Answer take(HttpExchange exchange, Subscription subscription, byte[] body) {
    try {
      String text = new String(subscription.keys().decrypt(body), StandardCharsets.UTF_8);
      subscription.add(
          new Message(
              clock.instant(),
              header(exchange, "TTL"),
              header(exchange, "Urgency"),
              header(exchange, "Topic"),
              text));
      return Answer.of(201);
    } catch (GeneralSecurityException e) {
      // A real service could not tell; here the browser is at hand.
      return Answer.refused(400, "the browser cannot read it");
    }
  }

  private Answer messages(String id) {
    Optional<Subscription> found = subscriptions.find(id);
    if (found.isEmpty()) {
      return Answer.of(404);
    }
    ArrayNode out = JSON.createArrayNode();
    for (Message message : found.get().received()) {
      out.addObject()
          .put("receivedAt", message.receivedAt().toString())
          .put("ttl", message.ttl())
          .put("urgency", message.urgency())
          .put("topic", message.topic())
          .set("payload", payload(message.text()));
    }
    return new Answer(200, Optional.of(out));
  }

  private static JsonNode payload(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      return JSON.getNodeFactory().textNode(text);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
  }
}
