package pl.dziennik.support.paging;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import pl.dziennik.support.problem.Problem;

/** Makes and reads {@code cursor} values: opaque, signed, and of use for one query only. */
public final class Cursors {
  private static final int SIGNATURE_BYTES = 16;

  private final SecretKeySpec key;

  /**
   * @param key at least 32 random bytes
   */
  public Cursors(byte[] key) {
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  /** From the configuration's base64 text. */
  public static Cursors ofBase64(String key) {
    return new Cursors(Base64.getDecoder().decode(key));
  }

  /**
   * @param query what the position belongs to: path, filters and caller
   * @param position where the next page starts
   */
  public String sign(String query, String position) {
    byte[] text = position.getBytes(StandardCharsets.UTF_8);
    byte[] signature = signature(query, position);
    byte[] all = new byte[SIGNATURE_BYTES + text.length];
    System.arraycopy(signature, 0, all, 0, SIGNATURE_BYTES);
    System.arraycopy(text, 0, all, SIGNATURE_BYTES, text.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /**
   * The position in a cursor.
   *
   * @throws Problem 400 {@code invalid-cursor} when it is not ours or of another query
   */
  public String verify(String query, String cursor) {
    try {
      byte[] all = Base64.getUrlDecoder().decode(cursor);
      String position =
          new String(all, SIGNATURE_BYTES, all.length - SIGNATURE_BYTES, StandardCharsets.UTF_8);
      byte[] expected = signature(query, position);
      if (MessageDigest.isEqual(
          java.util.Arrays.copyOf(expected, SIGNATURE_BYTES),
          java.util.Arrays.copyOf(all, SIGNATURE_BYTES))) {
        return position;
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // Falls through: whatever is wrong with it, the answer is the same.
    }
    throw Problem.of(400, "invalid-cursor", "The cursor is not one of this query.")
        .field("cursor", "not a cursor of this query");
  }

  private byte[] signature(String query, String position) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(query.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(position.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
