package pl.dziennik.synergia.relay;

import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.ServerIdentity;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.synergia.sync.Epochs;

/**
 * Sync rule 16: started with {@code RESTORED=true}, the operator's command after a restore of this
 * database, or on another server than the last time, the service raises the epoch of every school
 * before the relay and the HTTP operations begin. Nothing is rendered until linking-sync has
 * confirmed each grant. Every start with the command raises again, which costs a confirmation and a
 * download and is otherwise harmless.
 */
@ApplicationScoped
class RestoredStart {
  private static final Logger LOG = Logger.getLogger(RestoredStart.class);

  private static final String SCHOOLS =
      "select id, system_identifier is not null and timeline_id is not null, system_identifier,"
          + " timeline_id from schools order by id";

  /** Before all other observers of the start. */
  private static final int FIRST = 1;

  private final javax.sql.DataSource schools;
  private final javax.sql.DataSource overSchools;
  private final boolean isRestored;
  private final Clock clock;

  RestoredStart(
      javax.sql.DataSource schools,
      @DataSource("relay") javax.sql.DataSource overSchools,
      @ConfigProperty(name = "dziennik.sync.restored") boolean isRestored,
      Clock clock) {
    this.schools = schools;
    this.overSchools = overSchools;
    this.isRestored = isRestored;
    this.clock = clock;
  }

  void start(@Observes @Priority(FIRST) StartupEvent event) throws SQLException {
    ServerIdentity now;
    List<LastSeen> all;
    try (Connection relay = overSchools.getConnection()) {
      now = ServerIdentity.of(relay);
      all = Statements.list(relay, SCHOOLS, RestoredStart::lastSeen);
    }
    boolean hasMoved = all.stream().anyMatch(s -> s.isElsewhere(now));
    for (LastSeen school : all) {
      if (isRestored || school.isElsewhere(now) || (hasMoved && school.server.isEmpty())) {
        long epoch = Transactions.in(schools, tx -> raise(tx, school.id));
        LOG.warnf("restored school=%s epoch=%d", school.id, epoch);
      }
      if (!school.server.equals(Optional.of(now))) {
        Transactions.in(schools, tx -> remember(tx, school.id, now));
      }
    }
  }

  /**
   * @param server empty for a school that was founded since the last start
   */
  private record LastSeen(UUID id, Optional<ServerIdentity> server) {
    boolean isElsewhere(ServerIdentity now) {
      return server.isPresent() && !server.get().equals(now);
    }
  }

  private static LastSeen lastSeen(Row r) throws SQLException {
    return new LastSeen(
        r.id(1),
        r.flag(2) ? Optional.of(new ServerIdentity(r.big(3), r.big(4))) : Optional.empty());
  }

  private long raise(Connection tx, UUID school) throws SQLException {
    enter(tx, school);
    return Epochs.raise(tx, school, clock).orElseThrow();
  }

  private static int remember(Connection tx, UUID school, ServerIdentity server)
      throws SQLException {
    enter(tx, school);
    return Statements.update(
        tx,
        "update schools set system_identifier = ?, timeline_id = ? where id = ?",
        server.systemIdentifier(),
        server.timeline(),
        school);
  }

  private static void enter(Connection tx, UUID school) throws SQLException {
    Statements.list(
        tx, "select set_config('app.school', ?, true)", (Row r) -> r.text(1), school.toString());
  }
}
