package pl.dziennik.synergia.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.testkit.TestPostgres;
import pl.dziennik.testkit.TestPostgres.Database;

/** RESTORED=true on a real database with its three roles. */
class RestoredStartIT {
  private static final long NOW = 1_764_000_000;
  private static final UUID SMALL = new UUID(0, 1);
  private static final UUID AHEAD = new UUID(0, 2);

  private final Clock clock = Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC);
  private Database database = TestPostgres.shared().database("synergia");

  @BeforeEach
  void twoSchools() throws SQLException {
    database = TestPostgres.shared().fresh("synergia", "restored_start");
    Flyway.configure()
        .dataSource(database.url(), database.owner(), database.owner())
        .load()
        .migrate();
    try (Connection owner = database.asOwner()) {
      for (UUID school : List.of(SMALL, AHEAD)) {
        Statements.update(
            owner,
            "insert into schools values (?, 'Szkoła', 'Łódź', 'pokój 12', ?, now(), null, null)",
            school,
            school.equals(AHEAD) ? NOW + 5 : 1000);
      }
    }
  }

  @Test
  void everySchoolGetsAnEpochGreaterThanAnyBefore() throws SQLException {
    starting(true);
    assertThat(epochs()).containsExactly(NOW, NOW + 6);

    starting(true);
    assertThat(epochs()).as("a start in a loop raises again").containsExactly(NOW + 1, NOW + 7);
  }

  @Test
  void anOrdinaryStartRaisesNothing() throws SQLException {
    starting(false);

    assertThat(epochs()).containsExactly(1000L, NOW + 5);
  }

  @Test
  void aStartOnAnotherServerIsARestoreThatNobodyDeclared() throws SQLException {
    starting(false);
    asOwner("update schools set timeline_id = timeline_id + 1 where id = '%s'".formatted(SMALL));
    starting(false);
    assertThat(epochs()).as("a school from another cell").containsExactly(NOW, NOW + 5);

    asOwner("update schools set system_identifier = 7 where id = '%s'".formatted(SMALL));
    asOwner("update schools set timeline_id = null where id = '%s'".formatted(AHEAD));
    starting(false);
    assertThat(epochs()).as("one was founded since").containsExactly(NOW + 1, NOW + 6);
    starting(false);
    assertThat(epochs()).containsExactly(NOW + 1, NOW + 6);
  }

  private void asOwner(String update) throws SQLException {
    try (Connection owner = database.asOwner()) {
      Statements.update(owner, update);
    }
  }

  @Test
  void itComesBeforeWhateverElseBeginsWithTheService() throws NoSuchMethodException {
    Priority own =
        RestoredStart.class
            .getDeclaredMethod("start", StartupEvent.class)
            .getParameters()[0]
            .getAnnotation(Priority.class);

    assertThat(own.value()).isLessThan(ObserverMethod.DEFAULT_PRIORITY);
    assertThat(
            RelayJob.class
                .getDeclaredMethod("start", StartupEvent.class)
                .getParameters()[0]
                .isAnnotationPresent(Priority.class))
        .isFalse();
  }

  private void starting(boolean restored) throws SQLException {
    new RestoredStart(source(database.application()), source(database.relay()), restored, clock)
        .start(new StartupEvent());
  }

  private DataSource source(String role) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.url());
    source.setUser(role);
    source.setPassword(role);
    return source;
  }

  private List<Long> epochs() throws SQLException {
    try (Connection relay = database.asRelay()) {
      return Statements.list(relay, "select epoch from schools order by id", (Row r) -> r.big(1));
    }
  }
}
