package pl.dziennik.account.challenge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.secret.KeyedHash;

/**
 * ALTCHA's first protocol: find the number whose SHA-256 with the salt is the challenge. The
 * service keeps nothing of an open challenge (the signature says it is ours) and the solved one
 * until it expires, so that it serves once.
 */
@ApplicationScoped
public class Challenges {
  private static final String ALGORITHM = "SHA-256";
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final int SALT_BYTES = 16;
  private static final int MAX_RESPONSE = 2_000;

  private final KeyedHash key;
  private final int maxNumber;
  private final SolvedChallenges solved;
  private final ObjectMapper mapper;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Challenges(
      @ConfigProperty(name = "dziennik.account.challenge-key") String key,
      @ConfigProperty(name = "dziennik.account.challenge-max-number") int maxNumber,
      SolvedChallenges solved,
      ObjectMapper mapper,
      Clock clock) {
    this.key = new KeyedHash(key);
    this.maxNumber = maxNumber;
    this.solved = solved;
    this.mapper = mapper;
    this.clock = clock;
  }

  /** What the client gets; the names are the protocol's. */
  public record Challenge(
      String algorithm, String challenge, int maxnumber, String salt, String signature) {}

  public Challenge next() {
    byte[] bytes = new byte[SALT_BYTES];
    random.nextBytes(bytes);
    long expires = clock.instant().plus(LIFE).getEpochSecond();
    String salt = HexFormat.of().formatHex(bytes) + "?expires=" + expires + "&";
    String challenge = sha256(salt + random.nextInt(maxNumber + 1));
    return new Challenge(ALGORITHM, challenge, maxNumber, salt, hmac(challenge));
  }

  /**
   * Takes an answer, once.
   *
   * @param response base64 of the JSON {@code {algorithm, challenge, number, salt, signature}}
   * @throws Problem 422 {@code challenge-invalid}, {@code challenge-expired} or {@code
   *     challenge-used}
   */
  public void redeem(String response) {
    JsonNode answer = parse(response);
    String salt = answer.path("salt").asText();
    String challenge = answer.path("challenge").asText();
    String signature = answer.path("signature").asText();
    boolean isOurs =
        answer.path("algorithm").asText().equals(ALGORITHM)
            && equal(hmac(challenge), signature)
            && answer.path("number").isIntegralNumber()
            && equal(sha256(salt + answer.path("number").asLong()), challenge);
    if (!isOurs) {
      throw refused("challenge-invalid", "The challenge is not solved.");
    }
    Instant expires = expires(salt);
    if (expires.isBefore(clock.instant())) {
      throw refused("challenge-expired", "The challenge has expired; fetch a new one.");
    }
    if (!solved.firstTime(signature, expires)) {
      throw refused("challenge-used", "The challenge was used before; fetch a new one.");
    }
  }

  private JsonNode parse(String response) {
    if (response.length() > MAX_RESPONSE) {
      throw refused("challenge-invalid", "The challenge is not solved.");
    }
    try {
      return mapper.readTree(Base64.getDecoder().decode(response));
    } catch (IOException | IllegalArgumentException e) {
      throw refused("challenge-invalid", "The challenge is not solved.");
    }
  }

  private static Instant expires(String salt) {
    String seconds = salt.replaceFirst("^.*\\?expires=(\\d{1,12})&$", "$1");
    try {
      return Instant.ofEpochSecond(Long.parseLong(seconds));
    } catch (NumberFormatException e) {
      throw refused("challenge-invalid", "The challenge is not solved.");
    }
  }

  private static Problem refused(String code, String detail) {
    return Problem.unprocessable(code, "challengeResponse", detail);
  }

  private static boolean equal(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  private String hmac(String text) {
    return HexFormat.of().formatHex(key.of(text));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance(ALGORITHM).digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
