package pl.dziennik.support.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** Which clients' tokens a service takes. */
@ConfigMapping(prefix = "dziennik.token")
interface TokenLists {
  /** {@code azp} of tokens that persons bring. */
  @WithDefault("none")
  Set<String> personAzp();

  /** {@code azp} of tokens that other services bring; each operation names its own besides. */
  @WithDefault("none")
  Set<String> serviceAzp();
}
