package pl.dziennik.notification.delivery;

import com.zerodeplibs.webpush.EncryptedPushMessage;
import com.zerodeplibs.webpush.MessageEncryptions;
import com.zerodeplibs.webpush.PushMessage;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.dziennik.notification.delivery.PushQueue.Target;
import pl.dziennik.notification.device.VapidKeys;

/** Hands one message to a push service: encrypted for the browser (RFC 8291), signed by us. */
@Singleton
class PushSender {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final String KEPT_A_DAY = "86400";

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final VapidKeys vapid;
  private final Duration patience;

  PushSender(
      VapidKeys vapid,
      @ConfigProperty(name = "dziennik.notification.push-timeout") Duration patience) {
    this.vapid = vapid;
    this.patience = patience;
  }

  /**
   * @param topic a later message of the same topic replaces one that the browser has not had yet;
   *     at most 32 characters of base64url
   */
  PushAnswer send(Target target, String topic, String payload) throws InterruptedException {
    EncryptedPushMessage message = encrypted(target, payload);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(target.endpoint()))
            .timeout(patience)
            .header("Authorization", vapid.authorization(target.endpoint()))
            .header("Content-Encoding", message.contentEncoding())
            .header("Content-Type", message.mediaType())
            .header("TTL", KEPT_A_DAY)
            .header("Urgency", "normal")
            .header("Topic", topic)
            .POST(BodyPublishers.ofByteArray(message.toBytes()))
            .build();
    try {
      HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
      return new PushAnswer(answer.statusCode(), answer.headers().firstValue("Retry-After"));
    } catch (IOException e) {
      return PushAnswer.none();
    }
  }

  /** By an encryption of its own: one that is shared mixes up messages of two threads. */
  private static EncryptedPushMessage encrypted(Target target, String payload) {
    return MessageEncryptions.of()
        .encrypt(
            UserAgentMessageEncryptionKeyInfo.of(target.p256dh(), target.auth()),
            PushMessage.ofUTF8(payload));
  }

  @PreDestroy
  void close() {
    http.shutdownNow();
  }
}
