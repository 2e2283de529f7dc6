package pl.dziennik.support.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Remembers handled messages in the transaction of their effect. Table {@code inbox}. */
public final class Inbox {
  private Inbox() {}

  /** True the first time; a repeat is to be dropped. */
  public static boolean firstTime(Connection transaction, String consumer, String messageId)
      throws SQLException {
    try (PreparedStatement insert =
        transaction.prepareStatement(
            "insert into inbox (consumer, message_id) values (?, ?) on conflict do nothing")) {
      insert.setString(1, consumer);
      insert.setString(2, messageId);
      return insert.executeUpdate() == 1;
    }
  }
}
