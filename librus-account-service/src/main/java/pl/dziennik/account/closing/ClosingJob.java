package pl.dziennik.account.closing;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/** Removes users whose accounts are gone already. */
@Singleton
class ClosingJob {
  private final AccountClosing closing;

  ClosingJob(AccountClosing closing) {
    this.closing = closing;
  }

  @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() throws SQLException {
    closing.finishAll();
  }
}
