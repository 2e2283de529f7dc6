package pl.dziennik.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.notification.World.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.dziennik.events.document.Category;
import pl.dziennik.notification.delivery.OtherReplica;
import pl.dziennik.notification.delivery.OtherReplica.Holding;

/** News on its way to a browser and a mailbox: who gets it, and how often. */
@NotificationTest
class DeliveryIT {
  private static final String PUSH = "WEB_PUSH";
  private static final String MAIL = "EMAIL";

  @Inject World world;
  @Inject Pushes pushes;
  @Inject MockMailbox mailbox;
  @Inject OtherReplica other;

  @AfterEach
  void theRealTime() {
    MovableClock.now();
  }

  @Test
  void withMobileAddonsAPushAndAMailThatSayNoMoreThanTheFirstName() {
    Family anna = world.known(Family.of("Zosia"));
    JsonNode browser = anna.browser();
    world.told(anna.news(Category.GRADES));

    await(() -> PushServices.messages(browser).size() == 1);
    JsonNode push = PushServices.messages(browser).path(0);
    assertThat(push.path("payload").properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder("title", "body", "pupilId", "category");
    assertThat(push.path("payload").path("title").asText()).isEqualTo("Nowa ocena");
    assertThat(push.path("payload").path("body").asText())
        .isEqualTo("Zosia: nowa ocena w dzienniku. Zobacz w aplikacji.");
    assertThat(push.path("ttl").asText()).isEqualTo("86400");
    assertThat(push.path("topic").asText()).hasSize(32);
    await(() -> mailbox.getMailsSentTo(anna.email).size() == 1);
    Mail mail = mailbox.getMailsSentTo(anna.email).getFirst();
    assertThat(mail.getSubject()).isEqualTo("Zosia: oceny");
    assertThat(mail.getText()).contains("http://dziennik.test", "wyłączyć");
    assertThat(mail.getHtml()).contains("<strong>Zosia</strong>");
    await(() -> world.deliveries(anna, PUSH, "SENT") == 1);
  }

  @Test
  void noMailGoesToAnAddressThatNobodyHasProvedToOwn() {
    Family ola = world.known(Family.of("Zosia"));
    world.told(ola.vouchedFor(2));
    JsonNode browser = ola.browser();
    world.told(ola.news(Category.GRADES));

    await(() -> PushServices.messages(browser).size() == 1);
    await(() -> world.deliveries(ola, MAIL, "CANCELLED") == 1);
    assertThat(mailbox.getMailsSentTo(ola.email)).isEmpty();
  }

  @Test
  void withoutThemTheInboxAlone() {
    Family anna = world.knownFree(Family.of("Zosia"));
    JsonNode browser = anna.browser();
    world.told(anna.news(Category.GRADES));

    assertThat(world.notifications(anna)).isEqualTo(1);
    assertThat(
            world.count(
                "deliveries d join notifications n on n.id = d.notification_id"
                    + " where n.account_id = ?",
                anna.account))
        .isZero();
    pushes.hadTheirChance();
    assertThat(PushServices.calls(browser)).isZero();
    assertThat(mailbox.getMailsSentTo(anna.email)).isEmpty();
  }

  @Test
  void addonsThatAreOverOrNotYetBegunCoverNobody() {
    Family anna = world.knownFree(Family.of("Zosia"));
    JsonNode browser = anna.browser();
    world.told(anna.addons(1, Instant.now().minusSeconds(1)));
    world.told(anna.news(Category.GRADES));
    MovableClock.ahead(Duration.ofDays(-2));
    world.told(anna.addons(2));
    world.told(anna.news(Category.GRADES));
    MovableClock.now();

    pushes.hadTheirChance();
    assertThat(world.notifications(anna)).isEqualTo(2);
    assertThat(PushServices.calls(browser)).isZero();
  }

  @Test
  void theAddonsOfOneParentCoverThePupilForTheOther() {
    Family anna = world.known(Family.of("Zosia"));
    Family jan = world.knownFree(anna.otherParent());
    JsonNode browser = jan.browser();
    world.told(jan.news(Category.GRADES));
    await(() -> PushServices.messages(browser).size() == 1);

    world.told(anna.noAddons(2));
    world.told(anna.addons(1));
    world.told(jan.news(Category.GRADES));
    pushes.hadTheirChance();
    assertThat(world.notifications(jan)).isEqualTo(2);
    assertThat(PushServices.calls(browser)).isEqualTo(1);
  }

  @Test
  void aRepeatedFactIsSentOnce() {
    Family anna = world.known(Family.of("Zosia"));
    JsonNode browser = anna.browser();
    var news = anna.news(Category.GRADES);
    world.told(news, news);
    world.update("delete from inbox where message_id = ?", news.factId());
    world.told(news);
    world.told(anna.news(Category.ATTENDANCE));

    await(() -> PushServices.messages(browser).size() == 2);
    await(() -> world.deliveries(anna, PUSH, "SENT") == 2);
    assertThat(PushServices.calls(browser)).isEqualTo(2);
  }

  @Test
  void newsInAShortWhileAreOneMailAndEachItsPush() throws SQLException {
    Family anna = world.known(Family.of("Zosia"));
    JsonNode browser = anna.browser();
    // However long it takes to tell all three, the mail does not go before.
    try (Holding _ = other.holds(anna.link, anna.pupil, Category.GRADES)) {
      world.told(
          anna.news(Category.GRADES), anna.news(Category.GRADES), anna.news(Category.GRADES));
    }

    await(() -> PushServices.messages(browser).size() == 3);
    await(() -> world.deliveries(anna, MAIL, "SENT") == 3);
    await(() -> !mailbox.getMailsSentTo(anna.email).isEmpty());
    assertThat(world.count("mails where recipient = ?", anna.email)).isEqualTo(1);
  }
}
