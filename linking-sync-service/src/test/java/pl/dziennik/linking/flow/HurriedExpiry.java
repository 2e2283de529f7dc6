package pl.dziennik.linking.flow;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/** Tests wait for what expires: the job runs more often than it says. */
@Singleton
class HurriedExpiry {
  private final LinkExpiryJob job;

  HurriedExpiry(LinkExpiryJob job) {
    this.job = job;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() throws SQLException {
    job.run();
  }
}
