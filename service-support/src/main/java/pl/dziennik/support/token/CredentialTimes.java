package pl.dziennik.support.token;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** Since when the tokens of a subject count; a service that knows offers it as a bean. */
public interface CredentialTimes {
  /**
   * When somebody last proved to own the account and set new credentials; a past moment, e.g. the
   * epoch, for a subject of whom nothing of the kind is known.
   */
  Instant changedAt(UUID subject) throws SQLException;
}
