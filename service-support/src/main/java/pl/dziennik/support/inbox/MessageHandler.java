package pl.dziennik.support.inbox;

import java.sql.Connection;
import java.sql.SQLException;

/** The effect of a message, inside the transaction that notes it as handled. */
@FunctionalInterface
public interface MessageHandler {
  /**
   * A {@link RuntimeException} parks the message's key; a type that is not known is to be skipped.
   *
   * @throws UndecodableException for bytes that are no message of their type
   * @throws SQLException for what will pass: the message is tried again
   */
  void handle(Connection tx, Message message) throws UndecodableException, SQLException;
}
