package pl.dziennik.linking.school;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import pl.dziennik.linking.sync.Reconciler;
import pl.dziennik.linking.sync.SchoolRegisters;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;

/** Compares every school that we know with its copy, on schedule; a repair is worth a look. */
@ApplicationScoped
class ReconciliationJob {
  private static final Logger LOG = Logger.getLogger(ReconciliationJob.class);

  private final AgroalDataSource dataSource;
  private final SchoolRegisters synergia;
  private final Reconciler reconciler;

  ReconciliationJob(
      AgroalDataSource dataSource,
      SchoolRegisters synergia,
      Clock clock,
      @ConfigProperty(name = "dziennik.sync.lag") Duration lag) {
    this.dataSource = dataSource;
    this.synergia = synergia;
    this.reconciler = new Reconciler(dataSource, synergia, clock, lag);
  }

  @Scheduled(
      every = "{dziennik.sync.reconcile-every}",
      delayed = "{dziennik.sync.reconcile-after}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() throws SQLException {
    Set<UUID> schools = new TreeSet<>(ours("select school_id from school_epochs"));
    try {
      // A restore may have made us forget a school altogether.
      schools.addAll(synergia.schoolsWithGrants());
    } catch (IOException e) {
      LOG.warnf("schools with grants could not be listed: %s", e.getMessage());
    }
    schools.forEach(this::compare);
  }

  /** Nobody is served from a school in quarantine: it is compared as soon as Synergia answers. */
  @Scheduled(
      every = "{dziennik.sync.release-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void release() throws SQLException {
    ours("select school_id from school_epochs where quarantined").forEach(this::compare);
  }

  private List<UUID> ours(String select) throws SQLException {
    return Transactions.in(dataSource, c -> Statements.list(c, select, (Row r) -> r.id(1)));
  }

  /** One at a time: the reconciler remembers its looks. A school that fails stops no other. */
  private synchronized void compare(UUID school) {
    try {
      Reconciler.Repairs repairs = reconciler.run(school);
      if (repairs.total() > 0) {
        LOG.warnf("school=%s repaired %s", school, repairs);
      }
    } catch (IOException | SQLException | RuntimeException e) {
      LOG.warnf("school=%s could not be compared: %s", school, e);
    }
  }
}
