package pl.dziennik.support.secret;

import java.security.SecureRandom;
import java.util.Base64;

/** Tokens of 256 random bits; only a keyed hash of one is to be stored. */
public final class OneTimeTokens {
  private static final int BYTES = 32;

  private final KeyedHash hash;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param base64Key at least 32 random bytes, base64
   */
  public OneTimeTokens(String base64Key) {
    this.hash = new KeyedHash(base64Key);
  }

  /** A new token, base64url without padding: fit for a fragment, a state or a PKCE verifier. */
  public String make() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What is stored and looked up instead of the token. */
  public byte[] hash(String token) {
    return hash.of(token);
  }
}
