package pl.dziennik.notification.delivery;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;
import pl.dziennik.notification.delivery.PushQueue.Claimed;
import pl.dziennik.notification.device.PushHosts;
import pl.dziennik.support.sql.Transactions;

/**
 * Sends the pushes that are due, a batch at once, each on a virtual thread and outside any
 * transaction. Whether it may be sent is decided here, by what the claim has just read.
 */
@Singleton
class PushDelivery {
  private static final Logger LOG = Logger.getLogger(PushDelivery.class);

  private final AgroalDataSource dataSource;
  private final PushQueue queue;
  private final PushSender sender;
  private final PushPayloads payloads;
  private final PushHosts hosts;
  private final PushPace pace;

  PushDelivery(
      AgroalDataSource dataSource,
      PushQueue queue,
      PushSender sender,
      PushPayloads payloads,
      PushHosts hosts,
      PushPace pace) {
    this.dataSource = dataSource;
    this.queue = queue;
    this.sender = sender;
    this.payloads = payloads;
    this.hosts = hosts;
    this.pace = pace;
  }

  /** Sends all that is due. */
  void run() throws SQLException, InterruptedException {
    List<Claimed> batch = Transactions.in(dataSource, queue::claim);
    while (!batch.isEmpty()) {
      send(batch);
      batch = Transactions.in(dataSource, queue::claim);
    }
  }

  /** The batch is the limit: so many are under way at once, and the next waits for the slowest. */
  private void send(List<Claimed> batch) throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (Claimed claimed : batch) {
        running.add(threads.submit(() -> deliver(claimed)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } catch (ExecutionException e) {
      // Its lease ends, and it is due again.
      LOG.warnf("a push will be tried again: %s", e.getCause());
    }
  }

  private boolean deliver(Claimed claimed) throws SQLException, InterruptedException {
    PushOutcome outcome = outcome(claimed);
    LOG.infof(
        "delivery=%d attempt=%d push %s",
        claimed.id(), claimed.attempt(), outcome.getClass().getSimpleName());
    return Transactions.in(
        dataSource,
        tx -> {
          queue.settle(tx, claimed, outcome);
          return true;
        });
  }

  private PushOutcome outcome(Claimed c) throws InterruptedException {
    Instant now = pace.now();
    if (!c.covered() || !c.preferences().wantsPush(c.category())) {
      return new PushOutcome.Cancelled();
    }
    Instant allowed = c.preferences().pushNotBefore(now);
    if (allowed.isAfter(now)) {
      return new PushOutcome.Later(allowed);
    }
    if (!now.isBefore(c.expiresAt()) || !hosts.allows(c.target().endpoint())) {
      return new PushOutcome.Failed();
    }
    return sender
        .send(c.target(), PushPayloads.topic(c), payloads.of(c))
        .outcome(pace.now(), c.attempt(), pace.retryBase(), c.expiresAt());
  }
}
