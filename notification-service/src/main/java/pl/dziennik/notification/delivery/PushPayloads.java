package pl.dziennik.notification.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;
import pl.dziennik.events.document.Category;
import pl.dziennik.notification.delivery.PushQueue.Claimed;

/** The content of a push, as the app's service worker reads it. */
@Singleton
class PushPayloads {
  private static final int TOPIC_LENGTH = 32;

  private final ObjectMapper json;
  private final NewsTexts texts;

  PushPayloads(ObjectMapper json, NewsTexts texts) {
    this.json = json;
    this.texts = texts;
  }

  /** The content itself is fetched by the app, with its own token. */
  record Payload(String title, String body, UUID pupilId, Category category) {}

  String of(Claimed c) {
    Payload payload =
        new Payload(
            texts.title(c.language(), c.category()),
            texts.body(c.language(), c.category(), c.firstName()),
            c.pupilId(),
            c.category());
    try {
      return json.writeValueAsString(payload);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same for the same kind of news of a pupil on a device; says nothing to the service. */
  static String topic(Claimed c) {
    String what = c.target().deviceId() + " " + c.pupilId() + " " + c.category();
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(hash)
          .substring(0, TOPIC_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
