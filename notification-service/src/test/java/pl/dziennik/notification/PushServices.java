package pl.dziennik.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import pl.dziennik.pushreceiver.PushReceiver;

/**
 * The platform's own push receiver, behind a front that answers as a test tells it first: {@code
 * status} or {@code status:Retry-After}. Pushes that it lets pass are decrypted by the receiver.
 */
public final class PushServices implements QuarkusTestResourceLifecycleManager {
  private static final String APPLICATION_SERVER_KEY =
      "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<String, Queue<String>> ANSWERS = new ConcurrentHashMap<>();
  private static final List<String> CALLS = new CopyOnWriteArrayList<>();

  private static String receiverOrigin = "";
  private static String frontOrigin = "";

  private final HttpServer front;

  public PushServices() {
    try {
      front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, String> start() {
    front.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    front.createContext("/", PushServices::answer);
    front.start();
    frontOrigin = "http://localhost:" + front.getAddress().getPort();
    receiverOrigin =
        PushReceiver.startBehind(frontOrigin, APPLICATION_SERVER_KEY, new MovableClock()).address();
    return Map.of("LOCAL_PUSH_RECEIVER", frontOrigin);
  }

  @Override
  public void stop() {
    front.stop(0);
  }

  /** Tells what the next pushes to a browser are answered, in order. */
  static void tell(JsonNode subscription, String... answers) {
    ANSWERS.put(path(subscription), new ConcurrentLinkedQueue<>(List.of(answers)));
  }

  /** How many pushes to a browser were tried. */
  static long calls(JsonNode subscription) {
    return calls(path(subscription));
  }

  static long calls(String path) {
    return CALLS.stream().filter(path::equals).count();
  }

  private static String path(JsonNode subscription) {
    return URI.create(subscription.path("endpoint").asText()).getPath();
  }

  /** A browser's subscription; its endpoint is at the front. */
  static JsonNode subscribe() {
    return json(
        HttpRequest.newBuilder(URI.create(receiverOrigin + "/subscriptions"))
            .POST(BodyPublishers.ofString("{}"))
            .build());
  }

  /** What the browser of a subscription has received, decrypted. */
  static JsonNode messages(JsonNode subscription) {
    String id = subscription.path("id").asText();
    return json(
        HttpRequest.newBuilder(URI.create(receiverOrigin + "/subscriptions/" + id + "/messages"))
            .build());
  }

  private static JsonNode json(HttpRequest request) {
    try {
      return JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath();
      CALLS.add(path);
      String told = ANSWERS.getOrDefault(path, new ConcurrentLinkedQueue<>()).poll();
      if (told == null) {
        exchange.sendResponseHeaders(passOn(exchange, path, body), -1);
      } else {
        String[] parts = told.split(":", 2);
        if (parts.length > 1) {
          exchange.getResponseHeaders().set("Retry-After", parts[1]);
        }
        exchange.getResponseHeaders().set("Location", frontOrigin + "/elsewhere");
        exchange.sendResponseHeaders(Integer.parseInt(parts[0]), -1);
      }
    }
  }

  private static int passOn(HttpExchange exchange, String path, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(receiverOrigin + path))
            .POST(BodyPublishers.ofByteArray(body));
    for (String name : List.of("Authorization", "Content-Encoding", "TTL", "Urgency", "Topic")) {
      request.header(name, exchange.getRequestHeaders().getFirst(name));
    }
    try {
      HttpResponse<Void> answer = HTTP.send(request.build(), BodyHandlers.discarding());
      return answer.statusCode();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
