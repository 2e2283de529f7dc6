package pl.dziennik.systemtests.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import pl.dziennik.systemtests.client.Api;

/**
 * A phone's browser with its push service: it subscribes, and shows what came, decrypted with the
 * keys that never left it.
 */
public record Phone(Api pushService, JsonNode subscription) {

  public static Phone switchedOn(Places places) {
    Api pushService = Api.at(places.pushService());
    return new Phone(pushService, pushService.post("/subscriptions", Map.of()).expect(201).json());
  }

  /** The app registers this phone for news. */
  public void isRegisteredBy(Api account) {
    account
        .post(
            "/notifications/v1/devices",
            Map.of(
                "kind",
                "WEB_PUSH",
                "endpoint",
                subscription.path("endpoint").asText(),
                "keys",
                Map.of(
                    "p256dh", subscription.at("/keys/p256dh").asText(),
                    "auth", subscription.at("/keys/auth").asText()),
                "name",
                "Telefon mamy"))
        .expect(201);
  }

  /** The first message whose text contains that, once it came. */
  public JsonNode waitsFor(String containing) {
    return Patience.until("a push with " + containing, () -> newest(containing));
  }

  public Optional<JsonNode> newest(String containing) {
    String path = "/subscriptions/" + subscription.path("id").asText() + "/messages";
    JsonNode found = null;
    for (JsonNode message : pushService.get(path).expect(200).json()) {
      if (message.toString().contains(containing)) {
        found = message;
      }
    }
    return Optional.ofNullable(found);
  }
}
