package pl.dziennik.notification.register;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.dziennik.support.secret.KeyedHash;

/** A pupil's id as a keyed hash: add-ons are found by it, and nobody reads a pupil from it. */
@Singleton
class PupilHashes {
  private final KeyedHash hash;

  PupilHashes(@ConfigProperty(name = "dziennik.notification.pupil-hash-key") String key) {
    this.hash = new KeyedHash(key);
  }

  /** 32 bytes, the same for the same pupil as long as the key stays. */
  byte[] of(UUID pupil) {
    return hash.of(pupil.toString());
  }
}
