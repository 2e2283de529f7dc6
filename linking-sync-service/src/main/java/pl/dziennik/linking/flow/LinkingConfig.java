package pl.dziennik.linking.flow;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.List;

/** How linking goes. */
@ConfigMapping(prefix = "dziennik.flow")
interface LinkingConfig {
  /** Where a login may lead back to; the page there hands the answer to the client that began. */
  List<String> redirectUris();

  /** How long a person may take to sign in at the school. */
  Duration loginLife();

  /** How long after the signing in the consent may follow. */
  Duration consentLife();
}
