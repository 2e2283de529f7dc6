package pl.dziennik.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.notification.World.await;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.dziennik.events.document.Category;

/** What follows from the answer of a push service. */
@NotificationTest
class PushAnswersIT {
  private static final String PUSH = "WEB_PUSH";

  @Inject World world;

  @AfterEach
  void theRealTime() {
    MovableClock.now();
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

    await(() -> world.count("devices where account_id = ?", anna.account) == 1);
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
}
