package pl.dziennik.support.idempotency;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;

/** Table {@code idempotency_keys}; each call is its own transaction, outside the caller's. */
final class IdempotencyKeys {
  private final DataSource dataSource;

  IdempotencyKeys(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Whose key, of which operation. */
  record Key(String issuer, String subject, String method, String path, String value) {}

  /** What is known of a key. */
  sealed interface Known {
    record Fresh() implements Known {}

    record OtherRequest() implements Known {}

    record Running() implements Known {}

    record Done(int status, Optional<String> location, Optional<String> resourceId)
        implements Known {}
  }

  /** Takes the key if nobody has; otherwise says what it stands for. */
  Known take(Key key, byte[] requestHash) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      forgetOld(connection);
      try (PreparedStatement insert =
          connection.prepareStatement(
              "insert into idempotency_keys (issuer, subject, method, path, key, request_hash)"
                  + " values (?, ?, ?, ?, ?, ?) on conflict do nothing")) {
        bind(insert, key, 1);
        insert.setBytes(6, requestHash);
        return insert.executeUpdate() == 1 ? new Known.Fresh() : find(connection, key, requestHash);
      }
    }
  }

  private static Known find(Connection connection, Key key, byte[] requestHash)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select request_hash, status, location, resource_id from idempotency_keys where "
                + WHERE_KEY)) {
      bind(select, key, 1);
      try (ResultSet r = select.executeQuery()) {
        if (!r.next()) {
          return new Known.Running();
        }
        if (!Arrays.equals(r.getBytes(1), requestHash)) {
          return new Known.OtherRequest();
        }
        int status = r.getInt(2);
        return r.wasNull()
            ? new Known.Running()
            : new Known.Done(
                status, Optional.ofNullable(r.getString(3)), Optional.ofNullable(r.getString(4)));
      }
    }
  }

  void done(Key key, int status, Optional<String> location, Optional<String> resourceId)
      throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update idempotency_keys set status = ?, location = ?, resource_id = ? where "
                    + WHERE_KEY)) {
      update.setInt(1, status);
      update.setString(2, location.orElse(null));
      update.setString(3, resourceId.orElse(null));
      bind(update, key, 4);
      update.executeUpdate();
    }
  }

  /** A refused request leaves no trace: the key may be used again. */
  void giveBack(Key key) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("delete from idempotency_keys where " + WHERE_KEY)) {
      bind(delete, key, 1);
      delete.executeUpdate();
    }
  }

  private static void forgetOld(Connection connection) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "delete from idempotency_keys where ctid in (select ctid from idempotency_keys"
                + " where created_at < clock_timestamp() - interval '24 hours' limit 100)")) {
      delete.executeUpdate();
    }
  }

  private static final String WHERE_KEY =
      "issuer = ? and subject = ? and method = ? and path = ? and key = ?";

  private static void bind(PreparedStatement statement, Key key, int from) throws SQLException {
    statement.setString(from, key.issuer());
    statement.setString(from + 1, key.subject());
    statement.setString(from + 2, key.method());
    statement.setString(from + 3, key.path());
    statement.setString(from + 4, key.value());
  }
}
