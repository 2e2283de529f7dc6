package pl.dziennik.support.inbox;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The effect of a message, inside the transaction that notes it as handled.
 *
 * <p>What no repetition mends parks the message's key: the message and what follows it wait in
 * {@code parked_messages}, and the log has {@code alarm=key-parked}. A restart tries them again.
 */
@FunctionalInterface
public interface MessageHandler {
  /**
   * A {@link RuntimeException} and an {@link SQLException} of the data (SQLSTATE class 22 or 23)
   * park the message's key; a type that is not known is to be skipped.
   *
   * @throws UndecodableException for bytes that are no message of their type: they alone go to the
   *     dead-letter topic
   * @throws SQLException for what will pass: the message is tried again
   */
  void handle(Connection tx, Message message) throws UndecodableException, SQLException;

  /**
   * True for a final state, which does not wait behind a parked message: an erasure is due at once,
   * and since nothing comes after it the order does not matter to it. Asked of what would wait.
   */
  default boolean isFinal(Message message) {
    return false;
  }
}
