package pl.dziennik.linking.school;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import pl.dziennik.linking.sync.Generations;
import pl.dziennik.support.sql.Transactions;

/**
 * SYNC rules 16 and 21, the operator's command after a restore of this database: started with
 * {@code RESTORED=true}, the service raises the copy's epoch and puts every school in quarantine
 * before anything is consumed, sent or served. Every such start does it again, which costs a
 * comparison and a download and is otherwise harmless.
 */
@ApplicationScoped
class RestoredStart {
  private static final Logger LOG = Logger.getLogger(RestoredStart.class);

  /** Before all other observers of the start. */
  private static final int FIRST = 1;

  private final AgroalDataSource dataSource;
  private final boolean isRestored;
  private final Clock clock;

  RestoredStart(
      AgroalDataSource dataSource,
      @ConfigProperty(name = "dziennik.sync.restored") boolean isRestored,
      Clock clock) {
    this.dataSource = dataSource;
    this.isRestored = isRestored;
    this.clock = clock;
  }

  void start(@Observes @Priority(FIRST) StartupEvent event) throws SQLException {
    if (isRestored) {
      long epoch = Transactions.in(dataSource, tx -> Generations.raiseEpoch(tx, clock));
      LOG.warnf("restored copy-epoch=%d: every school is in quarantine until compared", epoch);
    }
  }
}
