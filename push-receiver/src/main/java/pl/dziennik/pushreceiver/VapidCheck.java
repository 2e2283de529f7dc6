package pl.dziennik.pushreceiver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who sends a push, as RFC 8292 says it: {@code vapid t=<token>, k=<public key>}. */
final class VapidCheck {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final Pattern HEADER =
      Pattern.compile("vapid\\s+t=([\\w-]+)\\.([\\w-]+)\\.([\\w-]+)\\s*,\\s*k=([\\w-]+)=*");

  private final String audience;
  private final Clock clock;

  /**
   * @param audience origin of the push service
   */
  VapidCheck(String audience, Clock clock) {
    this.audience = audience;
    this.clock = clock;
  }

  /**
   * What is wrong with an {@code Authorization}; empty when nothing is.
   *
   * @param publicKey that the subscription was made for
   */
  Optional<String> refusal(String authorization, String publicKey) {
    Matcher m = HEADER.matcher(authorization);
    if (!m.matches()) {
      return Optional.of("not a vapid token");
    }
    if (!m.group(4).equals(publicKey)) {
      return Optional.of("another key than the subscription was made for");
    }
    try {
      return isSigned(m) ? claims(JSON.readTree(BASE64.decode(m.group(2)))) : bad();
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      return bad();
    }
  }

  private static Optional<String> bad() {
    return Optional.of("not signed by this key");
  }

  private static boolean isSigned(Matcher m) throws GeneralSecurityException, IOException {
    if (!"ES256".equals(JSON.readTree(BASE64.decode(m.group(1))).path("alg").asText())) {
      return false;
    }
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(P256.publicKey(BASE64.decode(m.group(4))));
    signature.update((m.group(1) + "." + m.group(2)).getBytes(StandardCharsets.US_ASCII));
    return signature.verify(BASE64.decode(m.group(3)));
  }

  private Optional<String> claims(JsonNode claims) {
    Instant expires = Instant.ofEpochSecond(claims.path("exp").asLong());
    Instant now = clock.instant();
    String subject = claims.path("sub").asText();
    if (!audience.equals(claims.path("aud").asText())) {
      return Optional.of("for another push service");
    }
    if (!expires.isAfter(now) || expires.isAfter(now.plus(LONGEST))) {
      return Optional.of("expired, or good for more than a day");
    }
    return subject.startsWith("mailto:") || subject.startsWith("https:")
        ? Optional.empty()
        : Optional.of("nobody to write to in sub");
  }
}
