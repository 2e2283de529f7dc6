package pl.dziennik.account.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduler;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.dziennik.account.AccountTest;
import pl.dziennik.account.PausedJobs;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.testkit.Rows;

/** What has served its time goes, and nothing else. */
@AccountTest
class RetentionIT {
  private static final Duration WEEK = Duration.ofDays(7);

  @Inject AgroalDataSource dataSource;
  @Inject Scheduler scheduler;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  /** Of a name that no job has, pausing would say nothing. */
  @Test
  void theJobsThatForgetRunOnlyWhenATestRunsThem() {
    assertThat(PausedJobs.ALL).isNotEmpty().allMatch(scheduler::isPaused);
  }

  @Test
  void anExpiredRegistrationGoesWithItsAddressAndItsLinks() throws SQLException {
    String old = registration(now.minusMillis(1));
    String young = registration(now);

    run();

    assertThat(count("registrations where email = ?", old)).isZero();
    assertThat(count("registrations where email = ?", young)).isEqualTo(1);
    assertThat(tokens(old)).isZero();
    assertThat(tokens(young)).isEqualTo(1);
  }

  @Test
  void aUsedLinkGoesAfterAWeek() throws SQLException {
    String old = registration(now.plus(WEEK));
    String young = registration(now.plus(WEEK));
    use(old, now.minus(WEEK).minusMillis(1));
    use(young, now.minus(WEEK));

    run();

    assertThat(tokens(old)).isZero();
    assertThat(tokens(young)).isEqualTo(1);
  }

  private void run() throws SQLException {
    new RetentionJob(dataSource, Clock.fixed(now, ZoneOffset.UTC)).run();
  }

  private String registration(Instant expires) throws SQLException {
    String email = UUID.randomUUID() + "@poczta.example";
    UUID id = UUID.randomUUID();
    update(
        """
        insert into registrations
          (id, email, age_bracket, terms_version, language, subject, state, created_at, expires_at)
        values (?, ?, 'SIXTEEN_OR_OVER', '1', 'pl', '', 'ACTIVATED', ?, ?)
        """,
        id,
        email,
        now.minus(WEEK),
        expires);
    update(
        """
        insert into link_tokens (hash, purpose, registration_id, created_at, expires_at)
        values (?, 'ACTIVATE', ?, ?, ?)
        """,
        email.getBytes(StandardCharsets.UTF_8),
        id,
        now.minus(WEEK),
        expires);
    return email;
  }

  private void use(String email, Instant at) throws SQLException {
    update(
        "update link_tokens set used_at = ? where hash = ?",
        at,
        email.getBytes(StandardCharsets.UTF_8));
  }

  private long tokens(String email) {
    return count("link_tokens where hash = ?", email.getBytes(StandardCharsets.UTF_8));
  }

  private long count(String from, Object value) {
    return Rows.count(dataSource, from, value);
  }

  private void update(String sql, Object... values) throws SQLException {
    Transactions.in(dataSource, tx -> Statements.update(tx, sql, values));
  }
}
