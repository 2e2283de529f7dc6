package pl.dziennik.notification.register;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A pupil's id as a keyed hash: add-ons are found by it, and nobody reads a pupil from it. */
@Singleton
class PupilHashes {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  PupilHashes(@ConfigProperty(name = "dziennik.notification.pupil-hash-key") String key) {
    this.key = new SecretKeySpec(Base64.getDecoder().decode(key), ALGORITHM);
  }

  /** 32 bytes, the same for the same pupil as long as the key stays. */
  byte[] of(UUID pupil) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(pupil.toString().getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
