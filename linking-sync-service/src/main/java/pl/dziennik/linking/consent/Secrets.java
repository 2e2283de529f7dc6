package pl.dziennik.linking.consent;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.dziennik.support.secret.OneTimeTokens;

/** The key under which tokens of mails are kept. */
class Secrets {

  @Produces
  @Singleton
  OneTimeTokens tokens(@ConfigProperty(name = "dziennik.linking.token-hash-key") String key) {
    return new OneTimeTokens(key);
  }
}
