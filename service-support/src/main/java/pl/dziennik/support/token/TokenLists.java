package pl.dziennik.support.token;

import jakarta.inject.Singleton;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which clients' tokens a service takes. */
@Singleton
public class TokenLists {
  private final Set<String> personAzp;
  private final Set<String> serviceAzp;
  private final Set<String> exclusiveAzp;

  TokenLists(
      @ConfigProperty(name = "dziennik.token.person-azp", defaultValue = "none")
          Set<String> personAzp,
      @ConfigProperty(name = "dziennik.token.service-azp", defaultValue = "none")
          Set<String> serviceAzp,
      @ConfigProperty(name = "dziennik.token.exclusive-azp", defaultValue = "none")
          Set<String> exclusiveAzp) {
    this.personAzp = Set.copyOf(personAzp);
    this.serviceAzp = Set.copyOf(serviceAzp);
    this.exclusiveAzp = Set.copyOf(exclusiveAzp);
  }

  /** {@code azp} of tokens that persons bring. */
  Set<String> personAzp() {
    return personAzp;
  }

  /** {@code azp} of tokens that other services bring; each operation names its own besides. */
  Set<String> serviceAzp() {
    return serviceAzp;
  }

  /** {@code azp} whose tokens open only the operations that name them. */
  Set<String> exclusiveAzp() {
    return exclusiveAzp;
  }
}
