package pl.dziennik.notification.fact;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import pl.dziennik.events.AccountState;
import pl.dziennik.events.Fact;
import pl.dziennik.events.LinkState;
import pl.dziennik.notification.register.AccountErasure;
import pl.dziennik.notification.register.LinkErasure;
import pl.dziennik.support.inbox.InboxConsumer;
import pl.dziennik.support.inbox.UndecodableException;
import pl.dziennik.support.kafka.CloudEvents;
import pl.dziennik.support.kafka.ConsumerLoop;
import pl.dziennik.support.sql.Transactions;

/**
 * Takes the final states before anything else: an erasure does not wait behind a parked message,
 * and since the states are final the order does not matter to them.
 */
final class FactIntake implements ConsumerLoop.Handler {
  private final DataSource dataSource;
  private final InboxConsumer inner;
  private final Clock clock;

  FactIntake(DataSource dataSource, InboxConsumer inner, Clock clock) {
    this.dataSource = dataSource;
    this.inner = inner;
    this.clock = clock;
  }

  @Override
  public void handle(ConsumerRecord<String, byte[]> record)
      throws SQLException, ExecutionException, InterruptedException {
    Optional<Fact> fact = fact(record);
    if (fact.isPresent()) {
      Transactions.in(
          dataSource,
          tx -> {
            switch (fact.get()) {
              case LinkState s when s.status() == LinkState.Status.ENDED ->
                  LinkErasure.end(tx, s, clock.instant());
              case AccountState s when s.status() == AccountState.Status.DELETED ->
                  AccountErasure.delete(tx, s);
              default -> {
                // In its order.
              }
            }
            return true;
          });
    }
    inner.handle(record);
  }

  private static Optional<Fact> fact(ConsumerRecord<String, byte[]> record) {
    Optional<String> type = CloudEvents.type(record.headers());
    if (type.isEmpty() || record.value() == null) {
      return Optional.empty();
    }
    try {
      return Facts.read(type.get(), record.value());
    } catch (UndecodableException e) {
      // The inbox buries it.
      return Optional.empty();
    }
  }
}
