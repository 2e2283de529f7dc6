package pl.dziennik.support.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pl.dziennik.support.kafka.CloudEvents;
import pl.dziennik.support.kafka.ConsumerLoop;
import pl.dziennik.support.sql.Transactions;

/**
 * Handles each message once, in order per key. What cannot be handled parks its key: it and what
 * follows wait in {@code parked_messages} for {@link #replay}. Undecodable bytes alone go to the
 * dead-letter topic, since no order depends on them. Tables {@code inbox}, {@code parked_messages}.
 */
public final class InboxConsumer implements ConsumerLoop.Handler {
  private static final Logger LOG = Logger.getLogger(InboxConsumer.class);

  /** Of the topic where the undecodable bytes of a topic go. */
  public static final String DEAD_LETTER_SUFFIX = ".dead-letter";

  private final String consumer;
  private final DataSource dataSource;
  private final Supplier<Producer<String, byte[]>> deadLetters;
  private final MessageHandler handler;
  private final ParkedKeys parked;

  /**
   * @param consumer names this reader in the tables; stable
   */
  public InboxConsumer(
      String consumer,
      DataSource dataSource,
      Supplier<Producer<String, byte[]>> deadLetters,
      MessageHandler handler) {
    this.consumer = consumer;
    this.dataSource = dataSource;
    this.deadLetters = deadLetters;
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
      bury(record, "no CloudEvent");
      return;
    }
    try {
      Outcome outcome = handleOnce(message.get());
      LOG.debugf("%s %s %s", consumer, message.get().id(), outcome);
    } catch (Undecodable e) {
      bury(record, e.getMessage());
    } catch (RuntimeException e) {
      park(message.get(), e);
    }
  }

  /**
   * Handles what waits for a key, oldest first, up to the first that still cannot be.
   *
   * @return how many were handled
   */
  public int replay(String key) throws SQLException {
    int done = 0;
    for (ParkedKeys.Parked waiting : Transactions.in(dataSource, c -> parked.waiting(c, key))) {
      Message message =
          new Message(waiting.key(), waiting.type(), waiting.messageId(), waiting.payload());
      Transactions.in(
          dataSource,
          tx -> {
            if (Inbox.firstTime(tx, consumer, message.id())) {
              decoded(tx, message);
            }
            parked.release(tx, waiting.id());
            return true;
          });
      done++;
    }
    return done;
  }

  private Outcome handleOnce(Message message) throws SQLException {
    return Transactions.in(
        dataSource,
        tx -> {
          if (parked.isParked(tx, message.key())) {
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

  private void park(Message message, RuntimeException reason) throws SQLException {
    LOG.errorf("%s parked key=%s type=%s: %s", consumer, message.key(), message.type(), reason);
    Transactions.in(
        dataSource,
        tx -> {
          parked.park(tx, message, reason.getClass().getSimpleName());
          return true;
        });
  }

  private void bury(ConsumerRecord<String, byte[]> record, @Nullable String reason)
      throws ExecutionException, InterruptedException {
    LOG.errorf(
        "dead letter offset=%d of %s-%d: %s",
        record.offset(), record.topic(), record.partition(), reason);
    deadLetters
        .get()
        .send(
            new ProducerRecord<>(
                record.topic() + DEAD_LETTER_SUFFIX,
                null,
                record.key(),
                record.value(),
                record.headers()))
        .get();
  }

  private static Optional<Message> read(ConsumerRecord<String, byte[]> record) {
    Optional<String> type = CloudEvents.type(record.headers());
    Optional<String> id = CloudEvents.id(record.headers());
    return record.value() == null || record.key() == null || type.isEmpty() || id.isEmpty()
        ? Optional.empty()
        : Optional.of(new Message(record.key(), type.get(), id.get(), record.value()));
  }

  /** Carries the checked one through the transaction. */
  private static final class Undecodable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Undecodable(UndecodableException cause) {
      super(cause.getMessage(), cause);
    }
  }
}
