package pl.dziennik.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.notification.World.await;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.dziennik.events.document.Category;
import pl.dziennik.notification.delivery.DyingRun;

/** Pushes that a busy service has put off: what ends meanwhile, and runs that die over them. */
@NotificationTest
class PutOffPushIT {
  private static final String PUSH = "WEB_PUSH";

  @Inject World world;
  @Inject Pushes pushes;
  @Inject DyingRun dyingRun;

  @AfterEach
  void theRealTime() {
    MovableClock.now();
  }

  @Test
  void whatEndedMeanwhileIsNotSent() {
    Family anna = world.known(Family.of("Zosia"));
    JsonNode browser = pushes.putOff(anna, "429:30");

    world.told(anna.noAddons(2));
    MovableClock.ahead(Duration.ofMinutes(2));
    await(() -> world.deliveries(anna, PUSH, "CANCELLED") == 1);
    assertThat(PushServices.calls(browser)).isEqualTo(1);
  }

  @Test
  void whatWaitsForALinkThatEndsGoesWithIt() {
    Family anna = world.known(Family.of("Zosia"));
    JsonNode browser = pushes.putOff(anna, "429:30");
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
    JsonNode browser = pushes.putOff(anna, "429:30");
    assertThat(dyingRun.claim(anna.account)).isPositive();
    pushes.hadTheirChance();
    assertThat(PushServices.calls(browser)).isEqualTo(1);
    MovableClock.ahead(Duration.ofSeconds(61));

    await(() -> PushServices.messages(browser).size() == 1);
    await(() -> world.deliveries(anna, PUSH, "SENT") == 1);
  }

  @Test
  void aRunThatIsTooLateDecidesNothing() throws SQLException {
    Family anna = world.known(Family.of("Zosia"));
    JsonNode browser = pushes.putOff(anna, "429:30", "429:30");
    assertThat(dyingRun.claim(anna.account)).isPositive();
    MovableClock.ahead(Duration.ofSeconds(61));
    await(() -> PushServices.calls(browser) == 2);
    dyingRun.comesBack();

    assertThat(world.deliveries(anna, PUSH, "PENDING")).isEqualTo(1);
    MovableClock.ahead(Duration.ofSeconds(122));
    await(() -> world.deliveries(anna, PUSH, "SENT") == 1);
  }
}
