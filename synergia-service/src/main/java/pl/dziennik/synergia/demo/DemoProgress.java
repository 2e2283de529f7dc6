package pl.dziennik.synergia.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import pl.dziennik.synergia.sql.Sql;

/** Which steps are finished: a step and its note commit together. */
@ApplicationScoped
class DemoProgress {
  private static final Logger LOG = Logger.getLogger(DemoProgress.class);

  private final Sql sql;
  private final Clock clock;

  DemoProgress(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Transactional
  Set<DemoStep> finished() {
    return sql
        .list(
            "select step from demo_steps where school_id = ?",
            r -> DemoStep.valueOf(r.text(1)),
            DemoIds.SCHOOL)
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Runs a step that is not finished; a second maker at the same time waits and finds it done. */
  @Transactional
  void once(DemoStep step, Runnable work) {
    sql.list(
        "select 1 from (select pg_advisory_xact_lock(hashtext('demo school'))) l",
        r -> r.number(1));
    if (!finished().contains(step)) {
      long from = clock.millis();
      work.run();
      sql.update(
          "insert into demo_steps (school_id, step, finished_at) values (?, ?, ?)",
          DemoIds.SCHOOL,
          step,
          clock.instant());
      LOG.infof("demo-school step=%s ms=%d", step, clock.millis() - from);
    }
  }
}
