package pl.dziennik.account;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** What forgets runs when a test runs it: nothing goes under the hands of another. */
@Singleton
public class PausedJobs {
  public static final List<String> ALL = List.of("retention", "reaper", "lost-pupils");

  void pause(@Observes StartupEvent start, Scheduler scheduler) {
    ALL.forEach(scheduler::pause);
  }
}
