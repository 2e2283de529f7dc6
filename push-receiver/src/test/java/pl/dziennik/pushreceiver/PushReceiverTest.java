package pl.dziennik.pushreceiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zerodeplibs.webpush.MessageEncryptions;
import com.zerodeplibs.webpush.PushMessage;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.jwt.VAPIDJWTParam;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real pushes, made by the library that notification-service sends with. */
class PushReceiverTest {
  private static final Instant IN_AN_HOUR = Instant.now().plus(Duration.ofHours(1));

  private final HttpClient http = HttpClient.newHttpClient();
  private final VapidPair pair = VapidPair.ofLine(VapidPair.generate().line());
  private final PushReceiver receiver = PushReceiver.start(0, pair.publicKey(), Clock.systemUTC());
  private JsonNode subscription = new ObjectMapper().createObjectNode();

  @BeforeEach
  void aBrowserSubscribes() throws Exception {
    subscription = json(post(receiver.address() + "/subscriptions", "{}"));
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void showsWhatCameDecrypted() throws Exception {
    String auth = authorization(pair, endpoint(), IN_AN_HOUR);
    assertThat(push(auth, encrypted("{\"title\":\"Nowa ocena\"}"))).isEqualTo(201);
    assertThat(push(auth, encrypted("zażółć"))).isEqualTo(201);

    JsonNode messages = messages();
    assertThat(messages).hasSize(2);
    assertThat(messages.path(0).path("payload").path("title").asText()).isEqualTo("Nowa ocena");
    assertThat(messages.path(0).path("ttl").asText()).isEqualTo("60");
    assertThat(messages.path(1).path("payload").asText()).isEqualTo("zażółć");
  }

  @Test
  void takesNoPushWithoutAGoodSignature() throws Exception {
    byte[] body = encrypted("x");
    VapidPair stranger = VapidPair.generate();
    VapidPair forged = new VapidPair(stranger.privateKey(), pair.publicKey());
    Instant tooLate = Instant.now().plus(Duration.ofHours(25));
    Instant before = Instant.now().minusSeconds(5);

    assertThat(push("Bearer x", body)).isEqualTo(403);
    assertThat(push(authorization(stranger, endpoint(), IN_AN_HOUR), body)).isEqualTo(403);
    assertThat(push(authorization(forged, endpoint(), IN_AN_HOUR), body)).isEqualTo(403);
    assertThat(push(authorization(pair, "https://push.example/x", IN_AN_HOUR), body))
        .isEqualTo(403);
    assertThat(push(authorization(pair, endpoint(), tooLate), body)).isEqualTo(403);
    assertThat(push(authorization(pair, endpoint(), before), body)).isEqualTo(403);
    assertThat(messages()).isEmpty();
  }

  @Test
  void refusesWhatTheBrowserCannotReadAndWhatIsTooLong() throws Exception {
    String auth = authorization(pair, endpoint(), IN_AN_HOUR);
    assertThat(push(auth, new byte[200])).isEqualTo(400);
    assertThat(push(auth, new byte[5000])).isEqualTo(413);
    assertThat(messages()).isEmpty();
  }

  @Test
  void anEndedSubscriptionIsGone() throws Exception {
    HttpRequest delete =
        HttpRequest.newBuilder(
                URI.create(
                    receiver.address() + "/subscriptions/" + subscription.path("id").asText()))
            .DELETE()
            .build();
    assertThat(http.send(delete, BodyHandlers.discarding()).statusCode()).isEqualTo(204);
    assertThat(push(authorization(pair, endpoint(), IN_AN_HOUR), encrypted("x"))).isEqualTo(410);
  }

  private String endpoint() {
    return subscription.path("endpoint").asText();
  }

  private byte[] encrypted(String text) {
    JsonNode keys = subscription.path("keys");
    return MessageEncryptions.of()
        .encrypt(
            UserAgentMessageEncryptionKeyInfo.of(
                keys.path("p256dh").asText(), keys.path("auth").asText()),
            PushMessage.ofUTF8(text))
        .toBytes();
  }

  private static String authorization(VapidPair pair, String endpoint, Instant expires)
      throws GeneralSecurityException {
    VAPIDKeyPair keys =
        VAPIDKeyPairs.of(
            PrivateKeySources.ofECPrivateKey(
                P256.privateKey(Base64.getUrlDecoder().decode(pair.privateKey()))),
            PublicKeySources.ofUncompressedBytes(Base64.getUrlDecoder().decode(pair.publicKey())));
    return keys.generateAuthorizationHeaderValue(
        VAPIDJWTParam.getBuilder()
            .resourceURLString(endpoint)
            .expirationTime(expires)
            .subject("mailto:pomoc@librus.example")
            .build());
  }

  private int push(String authorization, byte[] body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(endpoint()))
            .header("Authorization", authorization)
            .header("Content-Encoding", "aes128gcm")
            .header("TTL", "60")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  private JsonNode messages() throws IOException, InterruptedException {
    HttpRequest get =
        HttpRequest.newBuilder(
                URI.create(
                    receiver.address()
                        + "/subscriptions/"
                        + subscription.path("id").asText()
                        + "/messages"))
            .build();
    return json(http.send(get, BodyHandlers.ofString()));
  }

  private HttpResponse<String> post(String url, String body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(url)).POST(BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return new ObjectMapper().readTree(answer.body());
  }
}
