package pl.dziennik.notification.device;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import pl.dziennik.support.problem.Problem;

/**
 * The keys of a Web Push subscription (RFC 8291), checked.
 *
 * @param p256dh the browser's public key, an uncompressed point of P-256
 * @param auth the secret shared with the browser
 */
@SuppressWarnings("ArrayRecordComponent") // Stored and read, never compared.
record PushKeys(byte[] p256dh, byte[] auth) {
  private static final int POINT_BYTES = 65;
  private static final int COORDINATE_BYTES = 32;
  private static final int AUTH_BYTES = 16;
  private static final byte UNCOMPRESSED = 4;

  /** y² = x³ - 3x + b over the field of p: NIST SP 800-186. */
  private static final BigInteger P =
      new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);

  private static final BigInteger B =
      new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);
  private static final BigInteger THREE = BigInteger.valueOf(3);

  /**
   * @throws Problem 422 {@code invalid-push-key} naming the field
   */
  static PushKeys parse(String p256dh, String auth) {
    byte[] point = decode("keys.p256dh", p256dh);
    if (point.length != POINT_BYTES || point[0] != UNCOMPRESSED || !isOnCurve(point)) {
      throw refused("keys.p256dh", "An uncompressed point of P-256, 65 bytes, base64url.");
    }
    byte[] secret = decode("keys.auth", auth);
    if (secret.length != AUTH_BYTES) {
      throw refused("keys.auth", "16 bytes, base64url.");
    }
    return new PushKeys(point, secret);
  }

  /** A point off the curve would give away a key that is used again; refused whoever made it. */
  private static boolean isOnCurve(byte[] point) {
    BigInteger x = coordinate(point, 1);
    BigInteger y = coordinate(point, 1 + COORDINATE_BYTES);
    BigInteger right = x.pow(3).subtract(x.multiply(THREE)).add(B).mod(P);
    return x.compareTo(P) < 0 && y.compareTo(P) < 0 && y.pow(2).mod(P).equals(right);
  }

  private static BigInteger coordinate(byte[] point, int from) {
    return new BigInteger(1, Arrays.copyOfRange(point, from, from + COORDINATE_BYTES));
  }

  private static byte[] decode(String field, String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw refused(field, "Not base64url.");
    }
  }

  private static Problem refused(String field, String detail) {
    return Problem.unprocessable("invalid-push-key", field, detail);
  }
}
