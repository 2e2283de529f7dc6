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
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.dziennik.events.Fact;
import pl.dziennik.events.document.Category;
import pl.dziennik.notification.delivery.DyingRun;
import pl.dziennik.notification.delivery.OtherReplica;
import pl.dziennik.notification.delivery.OtherReplica.Holding;

/** News on its way to a browser and a mailbox. */
@NotificationTest
class DeliveryIT {
  private static final String PUSH = "WEB_PUSH";
  private static final String MAIL = "EMAIL";
  private static final int MANY = 60;

  @Inject World world;
  @Inject MockMailbox mailbox;
  @Inject DyingRun dyingRun;
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
    await(() -> mails(anna).size() == 1);
    Mail mail = mails(anna).getFirst();
    assertThat(mail.getSubject()).isEqualTo("Zosia: nowa ocena w dzienniku");
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
    assertThat(mails(ola)).isEmpty();
  }

  @Test
  void withoutThemTheInboxAlone() {
    Family anna = world.knownFree(Family.of("Zosia"));
    JsonNode browser = anna.browser();
    world.told(anna.news(Category.GRADES));

    assertThat(world.notifications(anna)).isEqualTo(1);
    assertThat(
            world.count(
                "select count(*) from deliveries d join notifications n on n.id = d.notification_id"
                    + " where n.account_id = ?",
                anna.account))
        .isZero();
    fence();
    assertThat(PushServices.calls(browser)).isZero();
    assertThat(mails(anna)).isEmpty();
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

    fence();
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
    fence();
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
    await(() -> !mails(anna).isEmpty());
    assertThat(world.count("select count(*) from mails where recipient = ?", anna.email))
        .isEqualTo(1);
  }

  @Test
  void manyAtOnceCanAllBeRead() {
    Duration toNoon = toNoon();
    MovableClock.ahead(toNoon);
    Family anna = world.known(Family.of("Zosia"));
    JsonNode browser = anna.browser();
    prefer(anna, true, true, Map.of(), Map.of("enabled", true, "from", "11:00", "to", "13:00"));
    world.told(Stream.generate(() -> anna.news(Category.GRADES)).limit(MANY).toArray(Fact[]::new));
    MovableClock.ahead(toNoon.plusHours(2));

    await(() -> world.deliveries(anna, PUSH, "PENDING") == 0);
    assertThat(world.deliveries(anna, PUSH, "SENT")).isEqualTo(MANY);
    assertThat(PushServices.messages(browser)).hasSize(MANY);
  }

  @Test
  void aServiceThatIsBusyIsTriedAgain() {
    Family anna = world.known(Family.of("Zosia"));
    JsonNode browser = anna.browser();
    PushServices.tell(browser, "503", "429:1");
    world.told(anna.news(Category.GRADES));

    await(() -> PushServices.messages(browser).size() == 1);
    assertThat(PushServices.calls(browser)).isEqualTo(3);
    await(() -> world.deliveries(anna, PUSH, "SENT") == 1);
  }

  @Test
  void aServiceThatIsBusyForADayIsGivenUp() {
    Family anna = world.known(Family.of("Zosia"));
    JsonNode browser = anna.browser();
    PushServices.tell(browser, "429:7200", "503", "503");
    world.told(anna.news(Category.GRADES));
    await(() -> PushServices.calls(browser) == 1);
    MovableClock.ahead(Duration.ofHours(25));

    await(() -> world.deliveries(anna, PUSH, "FAILED") == 1);
    assertThat(PushServices.calls(browser)).isEqualTo(1);
  }

  @Test
  void aSubscriptionThatIsGoneTakesItsDeviceAlong() {
    Family anna = world.known(Family.of("Zosia"));
    JsonNode gone = anna.browser();
    JsonNode missing = anna.browser();
    JsonNode stays = anna.browser();
    PushServices.tell(gone, "410");
    PushServices.tell(missing, "404");
    world.told(anna.news(Category.GRADES));

    await(
        () -> world.count("select count(*) from devices where account_id = ?", anna.account) == 1);
    await(() -> PushServices.messages(stays).size() == 1);
    await(() -> world.deliveries(anna, PUSH, "SENT") == 1);
  }

  @Test
  void aRedirectIsNotFollowed() {
    Family anna = world.known(Family.of("Zosia"));
    JsonNode browser = anna.browser();
    PushServices.tell(browser, "307");
    world.told(anna.news(Category.GRADES));

    await(() -> world.deliveries(anna, PUSH, "FAILED") == 1);
    assertThat(PushServices.calls("/elsewhere")).isZero();
    assertThat(PushServices.calls(browser)).isEqualTo(1);
  }

  @Test
  void whatEndedMeanwhileIsNotSent() {
    Family anna = world.known(Family.of("Zosia"));
    JsonNode browser = anna.browser();
    PushServices.tell(browser, "429:30");
    world.told(anna.news(Category.GRADES));
    await(() -> PushServices.calls(browser) == 1);
    await(() -> world.deliveries(anna, PUSH, "PENDING") == 1);

    world.told(anna.noAddons(2));
    MovableClock.ahead(Duration.ofMinutes(2));
    await(() -> world.deliveries(anna, PUSH, "CANCELLED") == 1);
    assertThat(PushServices.calls(browser)).isEqualTo(1);
  }

  @Test
  void whatWaitsForALinkThatEndsGoesWithIt() {
    Family anna = world.known(Family.of("Zosia"));
    JsonNode browser = anna.browser();
    PushServices.tell(browser, "429:30");
    world.told(anna.news(Category.GRADES));
    await(() -> PushServices.calls(browser) == 1);
    world.told(anna.ended(2));
    MovableClock.ahead(Duration.ofMinutes(2));
    Family next = world.known(Family.of("Staś"));
    JsonNode other = next.browser();
    world.told(next.news(Category.GRADES));

    await(() -> PushServices.messages(other).size() == 1);
    assertThat(PushServices.calls(browser)).isEqualTo(1);
  }

  @Test
  void whatARunThatDiedHadClaimedIsSentAfterItsLease() throws SQLException {
    Family anna = world.known(Family.of("Zosia"));
    JsonNode browser = anna.browser();
    PushServices.tell(browser, "429:30");
    world.told(anna.news(Category.GRADES));
    await(() -> PushServices.calls(browser) == 1);
    await(() -> world.deliveries(anna, PUSH, "PENDING") == 1);
    assertThat(dyingRun.claim(anna.account)).isPositive();
    fence();
    assertThat(PushServices.calls(browser)).isEqualTo(1);
    MovableClock.ahead(Duration.ofSeconds(61));

    await(() -> PushServices.messages(browser).size() == 1);
    await(() -> world.deliveries(anna, PUSH, "SENT") == 1);
  }

  @Test
  void aRunThatIsTooLateDecidesNothing() throws SQLException {
    Family anna = world.known(Family.of("Zosia"));
    JsonNode browser = anna.browser();
    PushServices.tell(browser, "429:30", "429:30");
    world.told(anna.news(Category.GRADES));
    await(() -> PushServices.calls(browser) == 1);
    await(() -> world.deliveries(anna, PUSH, "PENDING") == 1);
    assertThat(dyingRun.claim(anna.account)).isPositive();
    MovableClock.ahead(Duration.ofSeconds(61));
    await(() -> PushServices.calls(browser) == 2);
    dyingRun.comesBack();

    assertThat(world.deliveries(anna, PUSH, "PENDING")).isEqualTo(1);
    MovableClock.ahead(Duration.ofSeconds(122));
    await(() -> world.deliveries(anna, PUSH, "SENT") == 1);
  }

  @Test
  void atNightThePushWaitsForTheMorningAndTheMailDoesNot() {
    Duration toNoon = toNoon();
    MovableClock.ahead(toNoon);
    Family anna = world.known(Family.of("Zosia"));
    JsonNode browser = anna.browser();
    prefer(anna, true, true, Map.of(), Map.of("enabled", true, "from", "11:00", "to", "13:00"));
    world.told(anna.news(Category.GRADES));

    await(() -> mails(anna).size() == 1);
    assertThat(PushServices.calls(browser)).isZero();
    assertThat(world.deliveries(anna, PUSH, "PENDING")).isEqualTo(1);
    MovableClock.ahead(toNoon.plusHours(2));
    await(() -> PushServices.messages(browser).size() == 1);
  }

  @Test
  void whatIsNotWantedIsNotSent() {
    Family anna = world.known(Family.of("Zosia"));
    JsonNode browser = anna.browser();
    prefer(anna, false, true, Map.of("GRADES", false), Map.of("enabled", false));
    world.told(anna.news(Category.GRADES), anna.news(Category.ATTENDANCE));

    await(() -> PushServices.messages(browser).size() == 1);
    assertThat(PushServices.messages(browser).path(0).path("payload").path("category").asText())
        .isEqualTo("ATTENDANCE");
    assertThat(world.notifications(anna)).isEqualTo(2);
    assertThat(world.deliveries(anna, MAIL, "PENDING")).isZero();
    assertThat(world.deliveries(anna, MAIL, "SENT")).isZero();
  }

  /** The service has had its chance: it has sent what came after. */
  private void fence() {
    Family other = world.known(Family.of("Ola"));
    JsonNode browser = other.browser();
    world.told(other.news(Category.NOTES));
    await(() -> PushServices.messages(browser).size() == 1);
  }

  private static void prefer(
      Family family,
      boolean email,
      boolean push,
      Map<String, Boolean> categories,
      Map<String, Object> quietHours) {
    family
        .asking()
        .header("If-Match", "\"0\"")
        .body(
            Map.of(
                "emailEnabled", email,
                "pushEnabled", push,
                "categories", categories,
                "quietHours", quietHours))
        .put("/notifications/v1/preferences")
        .then()
        .statusCode(200);
  }

  /** How far ahead noon is in Poland, where no clock is changed at that hour. */
  private static Duration toNoon() {
    ZonedDateTime now = ZonedDateTime.now(ZoneId.of("Europe/Warsaw"));
    return Duration.between(
        now, now.toLocalDate().plusDays(1).atTime(LocalTime.NOON).atZone(now.getZone()));
  }

  private List<Mail> mails(Family family) {
    return mailbox.getMailsSentTo(family.email);
  }
}
