package pl.dziennik.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.mailer.MockMailbox;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.dziennik.events.EntitlementState.Entitlement;
import pl.dziennik.support.outbox.KafkaSender;
import pl.dziennik.testkit.Patience;

/** What linking-sync tells: a pupil without any link is not kept by id, and comes back with one. */
@AccountTest
@SuppressWarnings("NullAway.Init") // Set before each test.
class LinkFactsIT {
  @Inject Trials trials;
  @Inject MockMailbox mailbox;
  @Inject FakeIdentity identity;
  @Inject AgroalDataSource dataSource;
  @Inject KafkaSender sender;

  private LinkingFacts linking;
  private UUID link;

  @BeforeEach
  void aTrialUnderALiveLink() throws Exception {
    linking = LinkingFacts.ofATrialUnderALiveLink(trials, sender, dataSource);
    link = linking.link();
  }

  @Test
  void whenTheLastLinkEndsOnlyAHashStays() throws Exception {
    linking.tellsEnded(link, 2);

    Patience.until(() -> linking.listed() == null);
    assertThat(Tables.holding(dataSource, trials.pupil.toString())).isEmpty();
    assertThat(linking.lastTold().entitlements()).isEmpty();
  }

  @Test
  void aTriedPupilWhoIsLinkedAgainIsRecognised() throws Exception {
    linking.tellsEnded(link, 2);
    Patience.until(() -> linking.listed() == null);
    linking.tellsLive(UUID.randomUUID(), 1, trials.pupil);

    Patience.until(() -> trials.pupil.toString().equals(linking.listed()));
    assertThat(linking.lastTold().entitlements())
        .singleElement()
        .returns(trials.pupil, Entitlement::pupilId);
    Holder adam = Holder.somebody(mailbox, identity);
    StubLinking.link(adam.id(), trials.pupil);
    trials.start(adam).then().statusCode(409).body("code", equalTo("trial-used"));
  }

  @Test
  void aLinkOfTheOtherParentKeepsThePupil() throws Exception {
    Holder adam = Holder.somebody(mailbox, identity);
    UUID his = UUID.randomUUID();
    linking.tellsLive(adam, his, 1, trials.pupil);
    Patience.until(() -> linking.links(trials.pupil) == 2);
    linking.tellsEnded(link, 2);
    Patience.until(() -> linking.links(trials.pupil) == 1);

    assertThat(linking.listed()).isEqualTo(trials.pupil.toString());
    linking.tellsEnded(adam, his, 2);
    Patience.until(() -> linking.listed() == null);
  }

  @Test
  void aPupilWhoLeavesALinkIsForgottenToo() throws Exception {
    UUID sister = UUID.randomUUID();
    linking.tellsLive(link, 2, sister);

    Patience.until(() -> linking.isLinked(sister) && linking.listed() == null);
    assertThat(linking.isLinked(trials.pupil)).isFalse();
  }
}
