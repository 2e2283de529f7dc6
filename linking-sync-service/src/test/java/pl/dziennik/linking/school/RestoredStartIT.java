package pl.dziennik.linking.school;

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
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.testkit.TestPostgres;
import pl.dziennik.testkit.TestPostgres.Database;

/** RESTORED=true on a real database. */
class RestoredStartIT {
  private static final long LATER = 9_000_000_000L;
  private static final UUID KNOWN = new UUID(0, 1);
  private static final UUID FORGOTTEN = new UUID(0, 2);

  private final Clock clock = Clock.fixed(Instant.ofEpochSecond(LATER), ZoneOffset.UTC);
  private Database database = TestPostgres.shared().database("linking_sync");

  @BeforeEach
  void aRestoredCopy() throws SQLException {
    database = TestPostgres.shared().fresh("linking_sync", "restored_start");
    Flyway.configure()
        .dataSource(database.url(), database.owner(), database.owner())
        .load()
        .migrate();
    try (Connection owner = database.asOwner()) {
      Statements.update(owner, "insert into school_epochs (school_id, epoch) values (?, 7)", KNOWN);
      Statements.update(
          owner,
          "insert into links (id, account_id, status, school_id, synergia_account_id, ticket,"
              + " activated_at, created_at)"
              + " values (gen_random_uuid(), gen_random_uuid(), 'ACTIVE', ?, gen_random_uuid(),"
              + " 'a.b.c', now(), now())",
          FORGOTTEN);
    }
  }

  @Test
  void theCopysEpochRisesAndEverySchoolIsInQuarantine() throws SQLException {
    starting(true);
    assertThat(text("select epoch from copy_epoch")).containsExactly(Long.toString(LATER));
    assertThat(text("select school_id || ' ' || epoch || ' ' || quarantined from school_epochs"))
        .containsExactlyInAnyOrder(KNOWN + " 7 true", FORGOTTEN + " 0 true");

    starting(true);
    assertThat(text("select epoch from copy_epoch"))
        .as("a start in a loop raises again")
        .containsExactly(Long.toString(LATER + 1));
  }

  @Test
  void anOrdinaryStartRaisesNothing() throws SQLException {
    starting(false);

    assertThat(text("select epoch < 9000000000 from copy_epoch")).containsExactly("t");
    assertThat(text("select school_id from school_epochs where quarantined")).isEmpty();
  }

  @Test
  void aStartOnAnotherServerIsARestoreThatNobodyDeclared() throws SQLException {
    starting(false);
    assertThat(text("select school_id from school_epochs where quarantined")).isEmpty();
    try (Connection owner = database.asOwner()) {
      Statements.update(owner, "update copy_epoch set timeline_id = timeline_id + 1");
    }
    starting(false);

    assertThat(text("select epoch from copy_epoch")).containsExactly(Long.toString(LATER));
    assertThat(text("select school_id from school_epochs where quarantined")).hasSize(2);
    starting(false);
    assertThat(text("select epoch from copy_epoch")).containsExactly(Long.toString(LATER));
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
            RegisterJob.class
                .getDeclaredMethod("start", StartupEvent.class)
                .getParameters()[0]
                .isAnnotationPresent(Priority.class))
        .isFalse();
  }

  private void starting(boolean restored) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.url());
    source.setUser(database.application());
    source.setPassword(database.application());
    new RestoredStart(source, restored, clock).start(new StartupEvent());
  }

  private List<String> text(String select) throws SQLException {
    try (Connection owner = database.asOwner()) {
      return Statements.list(owner, select, (Row r) -> r.text(1));
    }
  }
}
