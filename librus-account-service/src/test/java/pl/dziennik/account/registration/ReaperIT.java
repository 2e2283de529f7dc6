package pl.dziennik.account.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.mailer.MockMailbox;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import pl.dziennik.account.AccountTest;
import pl.dziennik.account.FakeIdentity;
import pl.dziennik.account.Holder;

/** What led nowhere is removed, and nobody else. */
@AccountTest
class ReaperIT {
  @Inject ReaperJob reaper;
  @Inject FakeIdentity identity;
  @Inject MockMailbox mailbox;

  @Test
  void removesAUserWithoutARegistration() throws SQLException {
    String subject = identity.abandoned();

    reaper.run();

    assertThat(identity.knows(subject)).isFalse();
  }

  @Test
  void sparesOneWhoWasActivatedWhileItLooked() throws SQLException {
    String subject = Holder.somebody(mailbox, identity).id().toString();
    identity.listLate(subject);

    reaper.run();

    assertThat(identity.knows(subject)).isTrue();
  }
}
