package pl.dziennik.account.addon;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.dziennik.support.secret.KeyedHash;

/**
 * Recognises a pupil without keeping the id: a keyed hash that nobody can try ids against. Its key
 * never changes, or used trials would be forgotten.
 */
@ApplicationScoped
class PupilHash {
  private final KeyedHash hash;

  PupilHash(@ConfigProperty(name = "dziennik.account.pupil-hash-key") String key) {
    this.hash = new KeyedHash(key);
  }

  byte[] of(UUID pupil) {
    return hash.of(pupil.toString());
  }
}
