package pl.dziennik.notification.delivery;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import pl.dziennik.notification.delivery.PushQueue.Claimed;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;

/** A run that claims an account's waiting pushes and dies before it sends any. */
@Singleton
public class DyingRun {
  private final AgroalDataSource dataSource;
  private final PushQueue queue;
  private List<Claimed> claimed = List.of();

  DyingRun(AgroalDataSource dataSource, PushQueue queue) {
    this.dataSource = dataSource;
    this.queue = queue;
  }

  /** Makes them due and claims them at once, so that the service's own run does not. */
  public int claim(UUID account) throws SQLException {
    claimed =
        Transactions.in(
            dataSource,
            tx -> {
              Statements.update(
                  tx,
                  """
                  update deliveries d set next_at = ? from notifications n
                  where n.id = d.notification_id and n.account_id = ? and d.state = 'PENDING'
                    and d.channel = 'WEB_PUSH'
                  """,
                  Instant.EPOCH,
                  account);
              return queue.claim(tx);
            });
    return claimed.size();
  }

  /** It was not dead after all: it says now that it has failed. */
  public void comesBack() throws SQLException {
    for (Claimed one : claimed) {
      Transactions.in(
          dataSource,
          tx -> {
            queue.settle(tx, one, new PushOutcome.Failed());
            return true;
          });
    }
  }
}
