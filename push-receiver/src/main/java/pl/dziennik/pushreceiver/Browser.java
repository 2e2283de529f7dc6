package pl.dziennik.pushreceiver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.pushreceiver.PushSubscriptions.Message;
import pl.dziennik.pushreceiver.PushSubscriptions.Subscription;

/** The browser's part: subscribes, unsubscribes, and shows what came. */
final class Browser {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final PushSubscriptions subscriptions;
  private final String origin;
  private final String applicationServerKey;

  /**
   * @param origin where pushes are sent to
   * @param applicationServerKey whose pushes a subscription takes that names nobody
   */
  Browser(PushSubscriptions subscriptions, String origin, String applicationServerKey) {
    this.subscriptions = subscriptions;
    this.origin = origin;
    this.applicationServerKey = applicationServerKey;
  }

  /** Answers what a browser's {@code PushSubscription} says, and its id. */
  Answer subscribe(byte[] request) throws IOException {
    String key = JSON.readTree(request).path("applicationServerKey").asText(applicationServerKey);
    String id = UUID.randomUUID().toString();
    Subscription made = subscriptions.create(id, key);
    ObjectNode out = JSON.createObjectNode();
    out.put("endpoint", origin + "/push/" + id).putNull("expirationTime");
    out.putObject("keys")
        .put("p256dh", BASE64.encodeToString(made.keys().publicPoint()))
        .put("auth", BASE64.encodeToString(made.keys().auth()));
    out.put("id", id);
    return Answer.of(201, out);
  }

  Answer unsubscribe(String id) {
    return Answer.of(subscriptions.remove(id) ? 204 : 404);
  }

  Answer messages(String id) {
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
    return Answer.of(200, out);
  }

  private static JsonNode payload(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      return JSON.getNodeFactory().textNode(text);
    }
  }
}
