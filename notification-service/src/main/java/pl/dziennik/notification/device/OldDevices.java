package pl.dziennik.notification.device;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import pl.dziennik.support.sql.Statements;

/**
 * Devices that came with a token of before a password was set anew: somebody else may have
 * registered them. When they came does not matter: the news of the password takes its time.
 */
public final class OldDevices {
  private OldDevices() {}

  /**
   * Forgets them, with what waits for them.
   *
   * @return how many there were
   */
  public static int forget(Connection tx, UUID account, Instant credentialsChangedAt)
      throws SQLException {
    return Statements.update(
        tx,
        "delete from devices where account_id = ? and authorised_at < ?",
        account,
        credentialsChangedAt);
  }
}
