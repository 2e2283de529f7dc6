package pl.dziennik.linking.school;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import pl.dziennik.linking.sync.Generations;
import pl.dziennik.support.sql.Transactions;

/**
 * Sync rules 16 and 21: started with {@code RESTORED=true}, the operator's command after a restore
 * of this database, or on another server than the last time, the service raises the copy's epoch
 * and puts every school in quarantine before anything is consumed, sent or served. Every start with
 * the command does it again, which costs a comparison and a download and is otherwise harmless.
 */
@ApplicationScoped
class RestoredStart {
  private static final Logger LOG = Logger.getLogger(RestoredStart.class);

  /** Before all other observers of the start. */
  private static final int FIRST = 1;

  private final DataSource dataSource;
  private final boolean isRestored;
  private final Clock clock;

  RestoredStart(
      DataSource dataSource,
      @ConfigProperty(name = "dziennik.sync.restored") boolean isRestored,
      Clock clock) {
    this.dataSource = dataSource;
    this.isRestored = isRestored;
    this.clock = clock;
  }

  void start(@Observes @Priority(FIRST) StartupEvent event) throws SQLException {
    OptionalLong epoch = Transactions.in(dataSource, this::raise);
    epoch.ifPresent(
        e -> LOG.warnf("restored copy-epoch=%d: every school is in quarantine until compared", e));
  }

  private OptionalLong raise(Connection tx) throws SQLException {
    boolean isOnAnotherServer = Generations.isOnAnotherServer(tx);
    return isRestored || isOnAnotherServer
        ? OptionalLong.of(Generations.raiseEpoch(tx, clock))
        : OptionalLong.empty();
  }
}
