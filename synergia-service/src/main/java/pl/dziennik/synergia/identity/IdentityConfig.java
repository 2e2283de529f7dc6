package pl.dziennik.synergia.identity;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** The service account that makes users: manage-users and query-users, nothing more. */
@ConfigMapping(prefix = "dziennik.identity")
interface IdentityConfig {
  /** Internal address of Keycloak with its path. */
  URI url();

  String realm();

  String clientId();

  String clientSecret();
}
