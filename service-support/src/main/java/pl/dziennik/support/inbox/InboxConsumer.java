package pl.dziennik.support.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.jboss.logging.Logger;
import pl.dziennik.support.kafka.CloudEvents;
import pl.dziennik.support.kafka.ConsumerLoop;
import pl.dziennik.support.kafka.DeadLetters;
import pl.dziennik.support.sql.SqlStates;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.support.trace.Traces;

/**
 * Handles each message once, in order per key. What cannot be handled parks its key: it and what
 * follows wait in {@code parked_messages} for {@link #replay}; a final state alone passes them.
 * Undecodable bytes go to the dead-letter topic, since no order depends on them. Tables {@code
 * inbox}, {@code parked_messages}.
 */
public final class InboxConsumer implements ConsumerLoop.Handler {
  private static final Logger LOG = Logger.getLogger(InboxConsumer.class);

  private final String consumer;
  private final DataSource dataSource;
  private final DeadLetters deadLetters;
  private final MessageHandler handler;
  private final ParkedKeys parked;

  /**
   * @param consumer names this reader in the tables; stable
   */
  public InboxConsumer(
      String consumer,
      DataSource dataSource,
      Supplier<Producer<String, byte[]>> producer,
      MessageHandler handler) {
    this.consumer = consumer;
    this.dataSource = dataSource;
    this.deadLetters = new DeadLetters(producer);
    this.handler = handler;
    this.parked = new ParkedKeys(consumer);
  }

  private enum Outcome {
    HANDLED,
    REPEATED,
    WAITS
  }

  @Override
  public void handle(ConsumerRecord<String, byte[]> record)
      throws SQLException, ExecutionException, InterruptedException {
    Optional<Message> message = read(record);
    if (message.isEmpty()) {
      deadLetters.bury(record, "no CloudEvent");
      return;
    }
    try {
      Outcome outcome = handleOnce(message.get());
      LOG.debugf("%s %s %s", consumer, message.get().id(), outcome);
    } catch (Undecodable e) {
      deadLetters.bury(record, e.getMessage());
    } catch (SQLException e) {
      if (!SqlStates.isOfTheData(e)) {
        throw e;
      }
      park(message.get(), "SQLSTATE " + e.getSQLState());
    } catch (RuntimeException e) {
      park(message.get(), e.getClass().getSimpleName());
    }
  }

  /** Tries everything that waits once more, key by key; what still cannot be handled stays. */
  public void replayAll() throws SQLException {
    for (String key : Transactions.in(dataSource, parked::keys)) {
      try {
        LOG.infof("%s key=%s replayed=%d", consumer, key, replay(key));
      } catch (Exception e) {
        LOG.errorf("alarm=key-parked consumer=%s key=%s still: %s", consumer, key, e.getClass());
      }
    }
  }

  /**
   * Handles what waits for a key, oldest first, up to the first that still cannot be.
   *
   * @return how many were handled
   */
  @SuppressWarnings("PMD.SignatureDeclareThrowsException") // The trace lets anything through.
  public int replay(String key) throws Exception {
    int done = 0;
    while (replayFirst(key)) {
      done++;
    }
    return done;
  }

  @SuppressWarnings("PMD.SignatureDeclareThrowsException")
  private boolean replayFirst(String key) throws Exception {
    Optional<ParkedKeys.Parked> first = Transactions.in(dataSource, tx -> parked.first(tx, key));
    return first.isPresent()
        && Traces.under(
            first.get().message().traceparent(),
            () -> Transactions.in(dataSource, tx -> replayFirst(tx, key)));
  }

  private boolean replayFirst(Connection tx, String key) throws SQLException {
    parked.takeTurns(tx, key);
    Optional<ParkedKeys.Parked> first = parked.first(tx, key);
    if (first.isEmpty()) {
      return false;
    }
    Message message = first.get().message();
    if (Inbox.firstTime(tx, consumer, message.id())) {
      decoded(tx, message);
    }
    parked.release(tx, first.get().id());
    return true;
  }

  private Outcome handleOnce(Message message) throws SQLException {
    return Transactions.in(
        dataSource,
        tx -> {
          parked.takeTurns(tx, message.key());
          if (parked.isParked(tx, message.key()) && !handler.isFinal(message)) {
            parked.park(tx, message, "waits behind an earlier one");
            return Outcome.WAITS;
          }
          if (!Inbox.firstTime(tx, consumer, message.id())) {
            return Outcome.REPEATED;
          }
          decoded(tx, message);
          return Outcome.HANDLED;
        });
  }

  private void decoded(Connection tx, Message message) throws SQLException {
    try {
      handler.handle(tx, message);
    } catch (UndecodableException e) {
      throw new Undecodable(e);
    }
  }

  /** Without the failure's message, which may quote what the message holds. */
  private void park(Message message, String reason) throws SQLException {
    LOG.errorf(
        "alarm=key-parked consumer=%s key=%s type=%s reason=%s",
        consumer, message.key(), message.type(), reason);
    Transactions.in(
        dataSource,
        tx -> {
          parked.takeTurns(tx, message.key());
          parked.park(tx, message, reason);
          return true;
        });
  }

  private static Optional<Message> read(ConsumerRecord<String, byte[]> record) {
    Optional<String> type = CloudEvents.type(record.headers());
    Optional<String> id = CloudEvents.id(record.headers());
    return record.value() == null || record.key() == null || type.isEmpty() || id.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Message(
                record.key(),
                type.get(),
                id.get(),
                record.value(),
                CloudEvents.traceparent(record.headers())));
  }

  /** Carries the checked one through the transaction. */
  private static final class Undecodable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Undecodable(UndecodableException cause) {
      super(cause.getMessage(), cause);
    }
  }
}
