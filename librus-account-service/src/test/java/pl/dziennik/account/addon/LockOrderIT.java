package pl.dziennik.account.addon;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.mailer.MockMailbox;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import pl.dziennik.account.AccountTest;
import pl.dziennik.account.FakeIdentity;
import pl.dziennik.account.Holder;
import pl.dziennik.account.own.Accounts;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.testkit.Patience;
import pl.dziennik.testkit.Rows;

/** The end of an account and the end of a link meet at the account, and never in a deadlock. */
@AccountTest
class LockOrderIT {
  private static final String WAITING =
      """
      pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'
        and query like '%order by id for update%'
      """;

  @Inject PupilHash hash;
  @Inject AgroalDataSource dataSource;
  @Inject MockMailbox mailbox;
  @Inject FakeIdentity identity;

  @Test
  void whoForgetsAPupilWaitsForTheAccountBeforeItTouchesTheEntitlements() throws Exception {
    UUID pupil = UUID.randomUUID();
    UUID account = entitled(pupil);
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<Boolean> forgetting =
          Transactions.in(
              dataSource,
              tx -> {
                Accounts.lock(tx, account);
                Future<Boolean> started = other.submit(forget(pupil));
                Patience.until(this::isSomebodyWaiting);
                Entitlements.end(tx, account);
                return started;
              });

      assertThat(forgetting.get(60, TimeUnit.SECONDS)).isTrue();
    }
    List<Addon> left = Transactions.in(dataSource, tx -> Entitlements.of(tx, account));
    assertThat(left).isEmpty();
  }

  private Callable<Boolean> forget(UUID pupil) {
    LinkedPupils pupils = new LinkedPupils(hash);
    return () ->
        Transactions.in(
            dataSource,
            tx -> {
              pupils.takeTurns(tx, new TreeSet<>(List.of(pupil)));
              pupils.settle(tx, pupil, Instant.now());
              return true;
            });
  }

  private boolean isSomebodyWaiting() {
    return Rows.count(dataSource, WAITING) > 0;
  }

  private UUID entitled(UUID pupil) throws SQLException {
    UUID account = Holder.somebody(mailbox, identity).id();
    Instant from = Instant.now();
    Transactions.in(
        dataSource,
        tx -> Entitlements.add(tx, account, SomeAddon.trial(pupil, from), hash.of(pupil)));
    return account;
  }
}
