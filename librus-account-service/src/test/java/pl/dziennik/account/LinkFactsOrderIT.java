package pl.dziennik.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.dziennik.events.Topics;
import pl.dziennik.support.kafka.DeadLetters;
import pl.dziennik.support.outbox.KafkaSender;
import pl.dziennik.testkit.Patience;

/** What linking-sync tells late, twice, or so that nobody can read it. */
@AccountTest
@SuppressWarnings("NullAway.Init") // Set before each test.
class LinkFactsOrderIT {
  @Inject Trials trials;
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
  void endedIsFinalAndALowerVersionIsLate() throws Exception {
    UUID sister = UUID.randomUUID();
    linking.tellsLive(link, 5, trials.pupil, sister);
    Patience.until(() -> linking.isLinked(sister));
    linking.tellsLive(link, 4, trials.pupil);
    linking.tellsEnded(link, 3);
    linking.tellsLive(link, 9, trials.pupil, sister);
    linking.marker();

    assertThat(linking.isLinked(trials.pupil)).isFalse();
    assertThat(linking.isLinked(sister)).isFalse();
    assertThat(linking.listed()).isNull();
  }

  @Test
  void theSameFactTwiceIsOneEffect() throws Exception {
    linking.tellsEnded(link, 2);
    linking.tellsEnded(link, 2);
    linking.tellsLive(link, 1, trials.pupil);
    linking.marker();

    linking.untilAllIsTold();
    assertThat(linking.told()).hasSize(2);
    assertThat(linking.count("inbox where message_id = ?", link + ".2")).isEqualTo(1);
  }

  @Test
  void bytesThatAreNoFactGoToTheDeadLettersAndHoldNobodyUp() throws Exception {
    String poison = "poison " + link;
    linking.send(linking.anna().id(), "pl.dziennik.link-state.v1", "p1" + link, poison);
    sender
        .producer()
        .send(
            new ProducerRecord<>(
                Topics.LINKING_FACTS,
                linking.anna().id().toString(),
                LinkingFacts.bytes(poison + "!")))
        .get();
    linking.send(linking.anna().id(), "pl.dziennik.hologram.v1", "p2" + link, "{}");
    linking.tellsEnded(link, 2);

    Patience.until(() -> linking.listed() == null);
    assertThat(
            FactsSeen.records(Topics.LINKING_FACTS + DeadLetters.SUFFIX).stream()
                .map(r -> new String(r.value(), StandardCharsets.UTF_8))
                .filter(v -> v.startsWith(poison)))
        .containsExactly(poison, poison + "!");
  }

  @Test
  void aFactThatCannotBeHandledParksItsKeyAndNobodyElsesAndTheEndPassesIt() throws Exception {
    UUID sister = UUID.randomUUID();
    linking.send(
        linking.anna().id(),
        "pl.dziennik.link-state.v1",
        "half" + link,
        "{\"version\":3,\"pupils\":[]}");
    linking.tellsLive(link, 2, trials.pupil, sister);
    linking.marker();
    assertThat(linking.parked()).isEqualTo(2);
    assertThat(linking.isLinked(sister)).isFalse();

    linking.tellsEnded(link, 3);

    Patience.until(() -> linking.listed() == null);
    assertThat(Tables.holding(dataSource, sister.toString())).isEmpty();
    assertThat(linking.parked()).isEqualTo(1);
  }
}
