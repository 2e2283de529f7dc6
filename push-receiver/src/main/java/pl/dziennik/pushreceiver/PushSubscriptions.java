package pl.dziennik.pushreceiver;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The browsers behind the push service; in memory, as long as the platform runs. */
final class PushSubscriptions {
  private static final int AUTH_BYTES = 16;
  private static final int MESSAGES_KEPT = 200;

  private final Map<String, Subscription> all = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();

  /**
   * @param applicationServerKey whose pushes it takes, base64url
   */
  record Subscription(
      String id, String applicationServerKey, PushDecryption keys, Deque<Message> messages) {

    synchronized void add(Message message) {
      messages.addLast(message);
      if (messages.size() > MESSAGES_KEPT) {
        messages.removeFirst();
      }
    }

    synchronized List<Message> received() {
      return List.copyOf(messages);
    }
  }

  /** What came, decrypted. */
  record Message(Instant receivedAt, String ttl, String urgency, String topic, String text) {}

  Subscription create(String id, String applicationServerKey) {
    KeyPair pair = P256.generate();
    byte[] auth = new byte[AUTH_BYTES];
    random.nextBytes(auth);
    PushDecryption keys =
        new PushDecryption(
            (ECPrivateKey) pair.getPrivate(), P256.point((ECPublicKey) pair.getPublic()), auth);
    Subscription made = new Subscription(id, applicationServerKey, keys, new ArrayDeque<>());
    all.put(id, made);
    return made;
  }

  Optional<Subscription> find(String id) {
    return Optional.ofNullable(all.get(id));
  }

  boolean remove(String id) {
    return all.remove(id) != null;
  }
}
