package pl.dziennik.support.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens of 256 random bits; only a keyed hash of one is to be stored. */
public final class OneTimeTokens {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param base64Key at least 32 random bytes, base64
   */
  public OneTimeTokens(String base64Key) {
    this.key = new SecretKeySpec(Base64.getDecoder().decode(base64Key), ALGORITHM);
  }

  /** A new token, base64url without padding: fit for a fragment, a state or a PKCE verifier. */
  public String make() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What is stored and looked up instead of the token. */
  public byte[] hash(String token) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(token.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
