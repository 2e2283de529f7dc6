package pl.dziennik.systemtests.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** Solves the proof of work as the browser's widget does: tries numbers until the hash fits. */
public final class Challenge {
  private Challenge() {}

  /** Fetches and solves a challenge; the value of {@code challengeResponse}. */
  public static String solve(Api api) {
    return solve(api.get("/accounts/v1/challenges").expect(200).json());
  }

  static String solve(JsonNode challenge) {
    String salt = challenge.path("salt").asText();
    String wanted = challenge.path("challenge").asText();
    long max = challenge.path("maxnumber").asLong(1_000_000);
    for (long number = 0; number <= max; number++) {
      if (sha256(salt + number).equals(wanted)) {
        String json =
            "{\"algorithm\":\"SHA-256\",\"challenge\":\"%s\",\"number\":%d,\"salt\":\"%s\",\"signature\":\"%s\"}"
                .formatted(wanted, number, salt, challenge.path("signature").asText());
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
      }
    }
    throw new IllegalStateException("the challenge has no solution up to " + max);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
