package pl.dziennik.support.sql;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Which PostgreSQL this is. A server made anew has another system identifier; a recovery to a point
 * in time and a promoted standby go on in another timeline. A restored file or volume snapshot
 * shows in neither.
 */
public record ServerIdentity(long systemIdentifier, long timeline) {
  private static final String READ =
      """
      select system_identifier,
        cast(cast('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) as bit(32)) as bigint)
      from pg_control_system()
      """;

  /** The server that this connection has reached; not for a standby. */
  public static ServerIdentity of(Connection connection) throws SQLException {
    return Statements.list(connection, READ, (Row r) -> new ServerIdentity(r.big(1), r.big(2)))
        .getFirst();
  }
}
