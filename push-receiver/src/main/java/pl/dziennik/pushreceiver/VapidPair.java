package pl.dziennik.pushreceiver;

import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;

/**
 * The platform's identity towards push services, in the form that tools for it print.
 *
 * @param privateKey scalar, base64url
 * @param publicKey uncompressed point, base64url
 */
public record VapidPair(String privateKey, String publicKey) {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final String BETWEEN = ".";

  public static VapidPair generate() {
    KeyPair pair = P256.generate();
    return new VapidPair(
        BASE64.encodeToString(P256.scalar((ECPrivateKey) pair.getPrivate())),
        BASE64.encodeToString(P256.point((ECPublicKey) pair.getPublic())));
  }

  /** Both keys in one line, so that they are kept together or not at all. */
  public String line() {
    return privateKey + BETWEEN + publicKey;
  }

  /** Reads {@link #line()}. */
  public static VapidPair ofLine(String line) {
    int between = line.indexOf(BETWEEN);
    return new VapidPair(line.substring(0, between), line.substring(between + 1));
  }
}
