package pl.dziennik.support.token;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Who holds an account, as far as a service knows; one that does offers it as a bean. */
public interface Holders {
  /** Empty for a subject of whom nothing is known (yet). */
  Optional<Holder> of(UUID subject) throws SQLException;

  /**
   * @param credentialsChangedAt when somebody last proved to own the account and set a new
   *     password; the epoch when that never was
   * @param addressVerified whether the mailbox of its address has ever answered
   */
  record Holder(Instant credentialsChangedAt, boolean addressVerified) {}
}
