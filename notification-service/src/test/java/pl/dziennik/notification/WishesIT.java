package pl.dziennik.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.notification.World.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.mailer.MockMailbox;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.dziennik.events.Fact;
import pl.dziennik.events.document.Category;

/** News as the account wishes them: by which way, about what, and not at night. */
@NotificationTest
class WishesIT {
  private static final String PUSH = "WEB_PUSH";
  private static final String MAIL = "EMAIL";
  private static final int MANY = 60;

  @Inject World world;
  @Inject MockMailbox mailbox;

  @AfterEach
  void theRealTime() {
    MovableClock.now();
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
  void atNightThePushWaitsForTheMorningAndTheMailDoesNot() {
    Duration toNoon = toNoon();
    MovableClock.ahead(toNoon);
    Family anna = world.known(Family.of("Zosia"));
    JsonNode browser = anna.browser();
    prefer(anna, true, true, Map.of(), Map.of("enabled", true, "from", "11:00", "to", "13:00"));
    world.told(anna.news(Category.GRADES));

    await(() -> mailbox.getMailsSentTo(anna.email).size() == 1);
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
}
