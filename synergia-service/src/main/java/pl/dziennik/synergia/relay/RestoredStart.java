package pl.dziennik.synergia.relay;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.synergia.sync.Epochs;

/**
 * SYNC rule 16, the operator's command after a restore of this database: started with {@code
 * RESTORED=true}, the service raises the epoch of every school before the relay and the HTTP
 * operations begin. Nothing is rendered until linking-sync has confirmed each grant. Every such
 * start raises again, which costs a confirmation and a download and is otherwise harmless.
 */
@ApplicationScoped
class RestoredStart {
  private static final Logger LOG = Logger.getLogger(RestoredStart.class);

  /** Before all other observers of the start. */
  private static final int FIRST = 1;

  private final AgroalDataSource schools;
  private final AgroalDataSource overSchools;
  private final boolean isRestored;
  private final Clock clock;

  RestoredStart(
      AgroalDataSource schools,
      @DataSource("relay") AgroalDataSource overSchools,
      @ConfigProperty(name = "dziennik.sync.restored") boolean isRestored,
      Clock clock) {
    this.schools = schools;
    this.overSchools = overSchools;
    this.isRestored = isRestored;
    this.clock = clock;
  }

  void start(@Observes @Priority(FIRST) StartupEvent event) throws SQLException {
    if (isRestored) {
      raiseAll();
    }
  }

  private void raiseAll() throws SQLException {
    for (UUID school : all()) {
      long epoch = Transactions.in(schools, tx -> raise(tx, school));
      LOG.warnf("restored school=%s epoch=%d", school, epoch);
    }
  }

  private List<UUID> all() throws SQLException {
    try (Connection relay = overSchools.getConnection()) {
      return Statements.list(relay, "select id from schools order by id", (Row r) -> r.id(1));
    }
  }

  private long raise(Connection tx, UUID school) throws SQLException {
    Statements.list(
        tx, "select set_config('app.school', ?, true)", (Row r) -> r.text(1), school.toString());
    return Epochs.raise(tx, school, clock).orElseThrow();
  }
}
