package pl.dziennik.pushreceiver;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;
import pl.dziennik.pushreceiver.PushSubscriptions.Message;
import pl.dziennik.pushreceiver.PushSubscriptions.Subscription;

/** The push service's part (RFC 8030): takes a push, if it may be sent and can be read. */
final class PushService {
  /** What RFC 8030 has every service take, and what this one takes at most. */
  static final int LARGEST = 4096;

  private final PushSubscriptions subscriptions;
  private final String origin;
  private final Clock clock;

  /**
   * @param origin where pushes are sent to
   */
  PushService(PushSubscriptions subscriptions, String origin, Clock clock) {
    this.subscriptions = subscriptions;
    this.origin = origin;
    this.clock = clock;
  }

  /**
   * @param body of one byte more than {@link #LARGEST} at most
   */
  Answer push(String id, Headers headers, byte[] body) {
    Optional<Subscription> found = subscriptions.find(id);
    if (found.isEmpty()) {
      return Answer.refused(410, "there is no such subscription (any more)");
    }
    if (body.length > LARGEST) {
      return Answer.refused(413, "a push has at most 4096 bytes");
    }
    if (header(headers, "TTL").isEmpty()
        || !"aes128gcm".equals(header(headers, "Content-Encoding"))) {
      return Answer.refused(400, "a push says TTL and Content-Encoding: aes128gcm");
    }
    Optional<String> refusal =
        new VapidCheck(origin, clock)
            .refusal(header(headers, "Authorization"), found.get().applicationServerKey());
    return refusal.isPresent()
        ? Answer.refused(403, refusal.get())
        : take(headers, found.get(), body);
  }

  private Answer take(Headers headers, Subscription subscription, byte[] body) {
    try {
      String text = new String(subscription.keys().decrypt(body), StandardCharsets.UTF_8);
      subscription.add(
          new Message(
              clock.instant(),
              header(headers, "TTL"),
              header(headers, "Urgency"),
              header(headers, "Topic"),
              text));
      return Answer.of(201);
    } catch (GeneralSecurityException e) {
      // A real service could not tell; here the browser is at hand.
      return Answer.refused(400, "the browser cannot read it");
    }
  }

  private static String header(Headers headers, String name) {
    return Optional.ofNullable(headers.getFirst(name)).orElse("");
  }
}
