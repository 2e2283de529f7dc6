package pl.dziennik.account.addon;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Recognises a pupil without keeping the id: a keyed hash that nobody can try ids against. */
@ApplicationScoped
class PupilHash {
  private static final String ALGORITHM = "HmacSHA256";

  /** Keeps these apart from the hashes of link tokens, which are made with the same key. */
  private static final String PREFIX = "pupil:";

  private final SecretKeySpec key;

  PupilHash(@ConfigProperty(name = "dziennik.account.token-hash-key") String key) {
    this.key = new SecretKeySpec(Base64.getDecoder().decode(key), ALGORITHM);
  }

  byte[] of(UUID pupil) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal((PREFIX + pupil).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
