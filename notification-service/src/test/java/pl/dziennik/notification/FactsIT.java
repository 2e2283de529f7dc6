package pl.dziennik.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.notification.World.await;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.dziennik.events.FactJson;
import pl.dziennik.events.LinkState;
import pl.dziennik.events.LinkState.LinkedPupil;
import pl.dziennik.events.PupilHasNews;
import pl.dziennik.events.Topics;
import pl.dziennik.events.document.Category;
import pl.dziennik.support.kafka.DeadLetters;

/** Registers and news from the facts of a real broker. */
@NotificationTest
class FactsIT {
  @Inject World world;

  @Test
  void theHighestVersionOfAnAccountStands() {
    Family anna = Family.of("Zosia");
    world.told(anna.enabled(2, "nowy-" + anna.email));
    world.told(anna.enabled(1));

    assertThat(world.tablesWith("nowy-" + anna.email)).containsExactly("accounts");
    world.told(anna.deleted(3));
    world.told(anna.enabled(4));
    assertThat(world.tablesWith(anna.email)).isEmpty();
  }

  @Test
  void aFieldOfALaterVersionIsTolerated() {
    Family anna = Family.of("Zosia");
    String json =
        new String(FactJson.write(anna.enabled(1)), StandardCharsets.UTF_8)
            .replaceFirst("\\{", "{\"guardianEmail\":\"mama@poczta.example\",");
    world.send(
        anna.account,
        FactJson.typeOf(anna.enabled(1)),
        "later-" + anna.account,
        Topics.ACCOUNT_FACTS,
        json.getBytes(StandardCharsets.UTF_8));

    await(() -> world.count("accounts where email = ?", anna.email) == 1);
    assertThat(world.tablesWith("mama@poczta.example")).isEmpty();
  }

  @Test
  void newsOfACategoryOfALaterVersionIsSkippedAndWhatComesAfterIsTaken() {
    Family anna = world.knownFree(Family.of("Zosia"));
    PupilHasNews news = anna.news(Category.GRADES);
    String id = news.factId() + ".later";
    String json = new String(FactJson.write(news), StandardCharsets.UTF_8);
    world.send(
        anna.account,
        FactJson.typeOf(news),
        id,
        Topics.LINKING_FACTS,
        json.replace("GRADES", "HOLOGRAMS").getBytes(StandardCharsets.UTF_8));
    world.told(news);

    assertThat(world.notifications(anna)).isEqualTo(1);
    assertThat(world.count("inbox where message_id = ?", id)).isEqualTo(1);
    assertThat(parked(anna)).isZero();
  }

  @Test
  void newsBecomesOneNotificationAlsoWhenItComesTwiceOrTheInboxWasPruned() {
    Family anna = world.knownFree(Family.of("Zosia"));
    PupilHasNews news = anna.news(Category.GRADES);
    world.told(news, news);
    assertThat(world.notifications(anna)).isEqualTo(1);

    world.update("delete from inbox where message_id = ?", news.factId());
    world.told(news);
    assertThat(world.notifications(anna)).isEqualTo(1);
  }

  @Test
  void newsOfAnUnknownLinkAnEndedOneOrAPupilOutsideItIsDropped() {
    Family unknown = Family.of("Zosia");
    world.told(unknown.enabled(1));
    world.told(unknown.news(Category.GRADES));
    world.told(unknown.live(1));

    Family ended = world.knownFree(Family.of("Staś"));
    world.told(ended.ended(2), ended.news(Category.GRADES));

    Family anna = world.knownFree(Family.of("Ola"));
    world.told(
        new PupilHasNews(
            anna.account,
            UUID.randomUUID().toString(),
            anna.link,
            UUID.randomUUID(),
            Category.GRADES,
            Instant.now()));

    assertThat(world.notifications(unknown)).isZero();
    assertThat(world.notifications(ended)).isZero();
    assertThat(world.notifications(anna)).isZero();
  }

  @Test
  void newsUnderALinkOfAnotherAccountIsDropped() {
    Family anna = world.knownFree(Family.of("Zosia"));
    Family other = world.knownFree(Family.of("Staś"));
    world.told(
        new PupilHasNews(
            other.account,
            UUID.randomUUID().toString(),
            anna.link,
            anna.pupil,
            Category.GRADES,
            Instant.now()));

    assertThat(world.notifications(other)).isZero();
    assertThat(world.notifications(anna)).isZero();
  }

  @Test
  void newsOlderThanWhatIsKeptIsDropped() {
    Family anna = world.knownFree(Family.of("Zosia"));
    world.told(
        new PupilHasNews(
            anna.account,
            UUID.randomUUID().toString(),
            anna.link,
            anna.pupil,
            Category.GRADES,
            Instant.now().minus(Duration.ofDays(91))));

    assertThat(world.notifications(anna)).isZero();
  }

  @Test
  void anEndIsFinalWhateverComesAfterOrCameNot() {
    Family anna = world.knownFree(Family.of("Zosia"));
    world.told(anna.ended(2), anna.live(3));
    Family early = Family.of("Staś");
    world.told(early.ended(5), early.live(1));

    for (Family family : List.of(anna, early)) {
      assertThat(world.count("links where id = ? and status = 'ENDED'", family.link)).isEqualTo(1);
      assertThat(world.count("link_pupils where link_id = ?", family.link)).isZero();
    }
  }

  @Test
  void aPupilWhoLeavesTheLinkTakesTheirNotificationsAlong() {
    Family anna = world.knownFree(Family.of("Zosia"));
    world.told(anna.news(Category.GRADES));
    UUID other = UUID.randomUUID();
    world.told(
        new LinkState(
            anna.account,
            anna.link,
            2,
            LinkState.Status.LIVE,
            List.of(new LinkedPupil(other, "Jaś"))));

    assertThat(world.notifications(anna)).isZero();
    assertThat(world.count("link_pupils where pupil_id = ?", other)).isEqualTo(1);
  }

  @Test
  void bytesThatAreNoFactGoToTheDeadLettersAndHoldNobodyUp() {
    Family anna = Family.of("Zosia");
    String type = FactJson.typeOf(anna.live(1));
    byte[] poison = "poison".getBytes(StandardCharsets.UTF_8);
    byte[] halved = "{\"status\":\"LIVE\"}".getBytes(StandardCharsets.UTF_8);
    world.send(anna.account, type, UUID.randomUUID().toString(), Topics.LINKING_FACTS, poison);
    world.send(anna.account, type, UUID.randomUUID().toString(), Topics.LINKING_FACTS, halved);
    world.send(
        anna.account,
        "pl.dziennik.hologram.v9",
        UUID.randomUUID().toString(),
        Topics.LINKING_FACTS,
        poison);
    world.told(anna.live(1));

    assertThat(world.messages(Topics.LINKING_FACTS + DeadLetters.SUFFIX, anna.account, 2))
        .extracting(r -> new String(r.value(), StandardCharsets.UTF_8))
        .containsExactly("poison", "{\"status\":\"LIVE\"}");
    assertThat(world.count("parked_messages where message_key = ?", anna.account.toString()))
        .isZero();
  }

  @Test
  void whatTheDatabaseNeverTakesParksTheAccountAndTheEndErasesAllTheSame() {
    Family anna = Family.of("Kana\0rek");
    Family other = Family.of("Zosia");
    world.tell(anna.live(1), anna.news(Category.GRADES));
    world.told(other.live(1));
    await(() -> parked(anna) == 2);
    assertThat(world.tablesWith(anna.pupil.toString())).containsExactly("parked_messages");

    world.told(anna.ended(2));

    assertThat(world.tablesWith(anna.pupil.toString())).isEmpty();
    assertThat(parked(anna)).isZero();
    assertThat(world.messages(Topics.NOTIFICATION_FACTS, anna.account, 1)).hasSize(1);
  }

  @Test
  void anEndDoesNotWaitBehindAParkedMessageOfAnotherLink() {
    Family anna = world.knownFree(Family.of("Zosia"));
    LinkState second =
        new LinkState(
            anna.account,
            UUID.randomUUID(),
            1,
            LinkState.Status.LIVE,
            List.of(new LinkedPupil(UUID.randomUUID(), "Kana\0rek")));
    world.tell(second);
    await(() -> parked(anna) == 1);
    world.tell(anna.ended(2));

    await(() -> world.tablesWith(anna.pupil.toString()).isEmpty());
    assertThat(world.messages(Topics.NOTIFICATION_FACTS, anna.account, 1)).hasSize(1);
  }

  private long parked(Family family) {
    return world.count("parked_messages where message_key = ?", family.account.toString());
  }
}
