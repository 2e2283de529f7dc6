package pl.dziennik.account.addon;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.mailer.MockMailbox;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.dziennik.account.AccountTest;
import pl.dziennik.account.FakeIdentity;
import pl.dziennik.account.Holder;
import pl.dziennik.events.LinkState;
import pl.dziennik.events.LinkState.LinkedPupil;
import pl.dziennik.events.LinkState.Status;
import pl.dziennik.support.sql.Transactions;

/** A link that ended in the moment of the trial leaves nobody's id behind. */
@AccountTest
class LostPupilsIT {
  @Inject LostPupilsJob job;
  @Inject PupilHash hash;
  @Inject AgroalDataSource dataSource;
  @Inject MockMailbox mailbox;
  @Inject FakeIdentity identity;

  private final UUID pupil = UUID.randomUUID();

  @Test
  void anOldEntitlementWithoutAnyLinkKeepsTheHashOnly() throws SQLException {
    UUID account = entitled(Duration.ofHours(2));

    job.run();

    assertThat(pupils(account)).containsExactly(Optional.empty());
  }

  @Test
  void aYoungOneWaitsForItsLinkToBeTold() throws SQLException {
    UUID account = entitled(Duration.ofMinutes(5));

    job.run();

    assertThat(pupils(account)).containsExactly(Optional.of(pupil));
  }

  @Test
  void oneWithALinkStays() throws SQLException {
    UUID account = entitled(Duration.ofHours(2));
    LinkState live =
        new LinkState(
            account,
            UUID.randomUUID(),
            1,
            Status.LIVE,
            List.of(new LinkedPupil(pupil, "Zosia"), new LinkedPupil(pupil, "Zosia")));
    Transactions.in(
        dataSource,
        tx -> {
          new LinkedPupils(hash).apply(tx, live, Instant.now());
          return true;
        });

    job.run();

    assertThat(pupils(account)).containsExactly(Optional.of(pupil));
  }

  @Test
  void whatHasRunOutIsNotRecognised() throws SQLException {
    UUID account = entitled(Duration.ofDays(31));
    job.run();
    Transactions.in(
        dataSource,
        tx -> {
          Entitlements.recognise(tx, pupil, hash.of(pupil), Instant.now());
          return true;
        });

    assertThat(pupils(account)).containsExactly(Optional.empty());
  }

  private UUID entitled(Duration ago) throws SQLException {
    UUID account = Holder.somebody(mailbox, identity).id();
    Instant from = Instant.now().minus(ago);
    Transactions.in(
        dataSource,
        tx -> Entitlements.add(tx, account, SomeAddon.trial(pupil, from), hash.of(pupil)));
    return account;
  }

  private List<Optional<UUID>> pupils(UUID account) throws SQLException {
    return Transactions.in(
        dataSource, tx -> Entitlements.of(tx, account).stream().map(Addon::pupilId).toList());
  }
}
