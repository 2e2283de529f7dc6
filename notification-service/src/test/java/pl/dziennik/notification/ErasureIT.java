package pl.dziennik.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.notification.World.await;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.dziennik.events.CopyErased;
import pl.dziennik.events.FactJson;
import pl.dziennik.events.Topics;
import pl.dziennik.events.document.Category;

/** What is left when a link ends and when an account goes: every table is searched. */
@NotificationTest
class ErasureIT {
  @Inject World world;

  /**
   * Left of an ended link: its id, its account's and its version at {@code links} (so that it stays
   * ended), and ids of messages. Nothing of the pupil, also not at the add-ons, which keep a keyed
   * hash.
   */
  @Test
  void anEndedLinkLeavesNothingOfItsPupil() throws Exception {
    Family anna = world.known(Family.of("Kanarek-" + UUID.randomUUID()));
    anna.browser();
    world.told(anna.news(Category.GRADES), anna.news(Category.ATTENDANCE));
    assertThat(world.tablesWith(anna.firstName)).contains("link_pupils");
    assertThat(world.tablesWith(anna.pupil.toString())).contains("link_pupils", "notifications");

    world.told(anna.ended(2));
    world.told(anna.ended(2), anna.ended(3));

    assertThat(world.tablesWith(anna.firstName)).isEmpty();
    assertThat(world.tablesWith(anna.pupil.toString())).isEmpty();
    await(() -> !world.tablesWith(anna.link.toString()).contains("outbox"));
    assertThat(world.tablesWith(anna.link.toString())).containsExactlyInAnyOrder("links", "inbox");
    assertThat(world.messages(Topics.NOTIFICATION_FACTS, anna.account, 1))
        .singleElement()
        .satisfies(
            m -> {
              CopyErased erased = FactJson.mapper().readValue(m.value(), CopyErased.class);
              assertThat(erased.linkId()).isEqualTo(anna.link);
            });
  }

  @Test
  void anEndErasesTheMailThatWaits() {
    Family anna = world.known(Family.of("Kanarek-" + UUID.randomUUID()));
    world.holdMails(anna.email);
    world.told(anna.news(Category.GRADES));
    await(() -> world.tablesWith(anna.firstName).contains("mails"));

    world.told(anna.ended(2));

    assertThat(world.tablesWith(anna.firstName)).isEmpty();
  }

  @Test
  void theOtherParentsCopyStays() {
    Family anna = world.known(Family.of("Zosia"));
    Family jan = world.known(anna.otherParent());
    world.told(anna.news(Category.GRADES), jan.news(Category.GRADES));

    world.told(anna.ended(2));

    assertThat(world.notifications(anna)).isZero();
    assertThat(world.notifications(jan)).isEqualTo(1);
  }

  /**
   * Left of a deleted account: its id at {@code accounts} (so that nothing comes back), at {@code
   * links}, which linking-sync ends next, and in ids of messages.
   */
  @Test
  void aDeletedAccountLeavesItsIdAlone() {
    Family anna = world.known(Family.of("Kanarek-" + UUID.randomUUID()));
    JsonNode browser = anna.browser();
    anna.asking()
        .header("If-Match", "\"0\"")
        .body(
            Map.of(
                "emailEnabled",
                true,
                "pushEnabled",
                true,
                "categories",
                Map.of(),
                "quietHours",
                Map.of("enabled", false)))
        .put("/notifications/v1/preferences")
        .then()
        .statusCode(200);
    world.told(anna.news(Category.GRADES));
    await(() -> PushServices.messages(browser).size() == 1);
    await(() -> world.tablesWith(anna.email).contains("mails"));

    world.told(anna.deleted(2));

    assertThat(world.tablesWith(anna.firstName)).isEmpty();
    assertThat(world.tablesWith(anna.pupil.toString())).isEmpty();
    assertThat(world.tablesWith(anna.email)).isEmpty();
    assertThat(world.tablesWith(browser.path("endpoint").asText())).isEmpty();
    assertThat(world.tablesWith(anna.account.toString()))
        .containsExactlyInAnyOrder("accounts", "links", "inbox");
  }

  @Test
  void nothingComesBackToADeletedAccount() {
    Family anna = world.known(Family.of("Zosia"));
    JsonNode browser = PushServices.subscribe();
    world.told(anna.deleted(2));
    world.told(anna.addons(3));
    world.told(anna.live(4), anna.news(Category.GRADES));
    anna.asking()
        .body(Family.device(browser))
        .post("/notifications/v1/devices")
        .then()
        .statusCode(403);

    assertThat(world.tablesWith(anna.pupil.toString())).isEmpty();
    assertThat(world.tablesWith(browser.path("endpoint").asText())).isEmpty();
    assertThat(world.count("entitlements where account_id = ?", anna.account)).isZero();
  }
}
