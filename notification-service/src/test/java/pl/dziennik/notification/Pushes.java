package pl.dziennik.notification;

import static pl.dziennik.notification.World.await;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import pl.dziennik.events.document.Category;

/** Pushes that have got somewhere. */
@Singleton
class Pushes {
  private final World world;

  Pushes(World world) {
    this.world = world;
  }

  /** The family's browser, whose service has put off one push and answers the next ones so. */
  JsonNode putOff(Family family, String... answers) {
    JsonNode browser = family.browser();
    PushServices.tell(browser, answers);
    world.told(family.news(Category.GRADES));
    await(() -> PushServices.calls(browser) == 1);
    await(() -> world.deliveries(family, "WEB_PUSH", "PENDING") == 1);
    return browser;
  }

  /** The service has had its chance: it has sent what came after. */
  void hadTheirChance() {
    Family other = world.known(Family.of("Ola"));
    JsonNode browser = other.browser();
    world.told(other.news(Category.NOTES));
    await(() -> PushServices.messages(browser).size() == 1);
  }
}
