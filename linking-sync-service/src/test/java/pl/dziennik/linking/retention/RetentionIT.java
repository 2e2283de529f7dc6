package pl.dziennik.linking.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduler;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.dziennik.linking.LinkingTest;
import pl.dziennik.linking.PausedJobs;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;

/** A link that came to nothing goes; one that was consented to is evidence. */
@LinkingTest
class RetentionIT {
  private static final Duration KEPT = Duration.ofDays(30);

  @Inject AgroalDataSource dataSource;
  @Inject Scheduler scheduler;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  /** Of a name that no job has, pausing would say nothing. */
  @Test
  void theJobRunsOnlyWhenATestRunsIt() {
    assertThat(PausedJobs.ALL).isNotEmpty().allMatch(scheduler::isPaused);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EXPIRED", "CANCELLED"})
  void oneThatCameToNothingGoesAfterThirtyDays(String status) throws SQLException {
    UUID old = link(status, now.minus(KEPT).minusMillis(1));
    UUID young = link(status, now.minus(KEPT));

    run();

    assertThat(isThere(old)).isFalse();
    assertThat(isThere(young)).isTrue();
  }

  @Test
  void oneThatWasOnceActiveStays() throws SQLException {
    UUID link = link("REVOKED", now.minus(KEPT).minus(KEPT));

    run();

    assertThat(isThere(link)).isTrue();
  }

  @Test
  void oneWithAConsentStays() throws SQLException {
    UUID link = link("CANCELLED", now.minus(KEPT).minus(KEPT));
    update(
        """
        insert into consents (id, link_id, account_id, email, school_id, school_name, login,
          pupil_ids, text_id, text_version, language, sha256, text, ticket, given_at)
        select gen_random_uuid(), id, account_id, '', gen_random_uuid(), '', '', '{}', '', '', 'pl',
          '', '', '', created_at from links where id = ?
        """,
        link);

    run();

    assertThat(isThere(link)).isTrue();
  }

  private void run() throws SQLException {
    new RetentionJob(dataSource, Clock.fixed(now, ZoneOffset.UTC)).run();
  }

  private UUID link(String status, Instant ended) throws SQLException {
    UUID id = UUID.randomUUID();
    update(
        "insert into links (id, account_id, status, created_at, ended_at) values (?, ?, ?, ?, ?)",
        id,
        UUID.randomUUID(),
        status,
        ended,
        ended);
    return id;
  }

  private boolean isThere(UUID link) throws SQLException {
    List<Long> counts =
        Transactions.in(
            dataSource,
            tx ->
                Statements.list(
                    tx, "select count(*) from links where id = ?", (Row r) -> r.big(1), link));
    return counts.getFirst() == 1;
  }

  private void update(String sql, Object... values) throws SQLException {
    Transactions.in(dataSource, tx -> Statements.update(tx, sql, values));
  }
}
