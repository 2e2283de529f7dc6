package pl.dziennik.account.closing;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/** Tests wait for deletions to be finished: the job runs more often than it says. */
@Singleton
class HurriedClosing {
  private final ClosingJob job;

  HurriedClosing(ClosingJob job) {
    this.job = job;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() throws SQLException {
    job.run();
  }
}
