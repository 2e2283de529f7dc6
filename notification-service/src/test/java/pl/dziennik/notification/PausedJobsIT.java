package pl.dziennik.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.scheduler.Scheduler;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Of a name that no job has, pausing would say nothing. */
@NotificationTest
class PausedJobsIT {
  @Inject Scheduler scheduler;

  @Test
  void whatForgetsDoesNotRun() {
    assertThat(PausedJobs.ALL).isNotEmpty().allMatch(scheduler::isPaused);
  }
}
