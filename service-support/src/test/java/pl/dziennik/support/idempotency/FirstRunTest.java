package pl.dziennik.support.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import pl.dziennik.support.idempotency.IdempotencyKeys.Key;
import pl.dziennik.support.idempotency.IdempotencyKeys.Known;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.testkit.TestPostgres;

/** What a key stands for after its first run, on a real database. */
class FirstRunTest {
  private static final String TABLE =
      """
      create table idempotency_keys (
        issuer text, subject text, method text, path text, key text, request_hash bytea not null,
        status int, location text, resource_id text,
        created_at timestamptz not null default clock_timestamp(),
        primary key (issuer, subject, method, path, key))
      """;
  private static final byte[] REQUEST = {1};

  private final PGSimpleDataSource dataSource = new PGSimpleDataSource();
  private final IdempotencyKeys keys = new IdempotencyKeys(dataSource);
  private final Key key = new Key("issuer", "anna", "POST", "/things", "1");
  private final FirstRun run = new FirstRun(keys, key);

  @BeforeEach
  void taken() throws SQLException {
    TestPostgres.Database database = TestPostgres.shared().fresh("notification", "keys_test");
    dataSource.setUrl(database.url());
    dataSource.setUser(database.owner());
    dataSource.setPassword(database.owner());
    try (Connection owner = database.asOwner()) {
      Statements.update(owner, TABLE);
    }
    assertThat(again()).isInstanceOf(Known.Fresh.class);
  }

  @Test
  void anAnswerIsToldAgain() throws Exception {
    run.run(() -> "made", answer -> Optional.of(note()));

    assertThat(again()).isEqualTo(new Known.Done(201, Optional.empty(), Optional.of("7")));
  }

  @Test
  void aRefusalGivesTheKeyBack() throws Exception {
    run.run(() -> "refused", answer -> Optional.empty());

    assertThat(again()).isInstanceOf(Known.Fresh.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"40001", "23505", "57014", "08001"})
  void whatTheDatabaseRefusedGivesTheKeyBack(String state) throws SQLException {
    assertThatThrownBy(() -> fails(new SQLException("refused", state)))
        .isInstanceOf(SQLException.class);

    assertThat(again()).isInstanceOf(Known.Fresh.class);
  }

  @Test
  void aBrokenOperationGivesTheKeyBack() throws SQLException {
    assertThatThrownBy(() -> fails(new IllegalStateException("broken")))
        .isInstanceOf(IllegalStateException.class);

    assertThat(again()).isInstanceOf(Known.Fresh.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "08003", "40003"})
  void aCommitInDoubtKeepsTheKeyAlsoBehindAnotherFailure(String state) throws SQLException {
    assertThatThrownBy(
            () -> fails(new IllegalStateException(new SQLException("connection lost", state))))
        .isInstanceOf(IllegalStateException.class);

    assertThat(again()).isInstanceOf(Known.Running.class);
  }

  @Test
  void anAnswerThatCannotBeNotedKeepsTheKey() throws SQLException {
    assertThatThrownBy(
            () ->
                run.run(
                    () -> "made",
                    answer -> {
                      throw new IllegalStateException("cannot be noted");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(again()).isInstanceOf(Known.Running.class);
  }

  private void fails(Exception e) throws Exception {
    run.run(
        () -> {
          throw e;
        },
        answer -> Optional.of(note()));
  }

  private static FirstRun.Note note() {
    return new FirstRun.Note(201, Optional.empty(), Optional.of("7"));
  }

  private Known again() throws SQLException {
    return keys.take(key, REQUEST);
  }
}
