package pl.dziennik.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static pl.dziennik.notification.SomeDevice.AUTH;
import static pl.dziennik.notification.SomeDevice.DEVICES;
import static pl.dziennik.notification.SomeDevice.POINT;
import static pl.dziennik.notification.SomeDevice.device;
import static pl.dziennik.notification.SomeDevice.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Devices over HTTP. */
@NotificationTest
class DeviceIT {
  @Inject World world;

  private final Family anna = Family.of("Zosia");
  private final Family stranger = Family.of("Staś");

  @Test
  void aBrowserIsRegisteredListedAndRemoved() {
    Response made = anna.asking().body(device()).post(DEVICES);
    made.then()
        .statusCode(201)
        .body("kind", equalTo("WEB_PUSH"))
        .body("name", equalTo("Przeglądarka w kuchni"))
        .body("pushService", equalTo("fcm.googleapis.com"));
    String id = made.path("id");
    assertThat(made.header("Location")).endsWith(DEVICES + "/" + id);

    anna.asking().get(DEVICES).then().statusCode(200).body("items.id", contains(id));
    stranger.asking().get(DEVICES).then().body("items", hasSize(0));
    stranger
        .asking()
        .delete(DEVICES + "/" + id)
        .then()
        .statusCode(404)
        .body("code", equalTo("not-found"));
    anna.asking().delete(DEVICES + "/" + id).then().statusCode(204);
    anna.asking().delete(DEVICES + "/" + id).then().statusCode(404);
    anna.asking().get(DEVICES).then().body("items", hasSize(0));
  }

  @Test
  void theKeyThatABrowserSubscribesWithIsTold() {
    anna.asking()
        .get(DEVICES + "/vapid-key")
        .then()
        .statusCode(200)
        .body(
            "publicKey",
            equalTo(
                "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8"));
  }

  @Test
  void aRepeatWithItsKeyMakesNoSecondDevice() {
    Map<String, Object> device = device();
    String key = UUID.randomUUID().toString();
    String first =
        anna.asking().header("Idempotency-Key", key).body(device).post(DEVICES).path("id");
    anna.asking()
        .header("Idempotency-Key", key)
        .body(device)
        .post(DEVICES)
        .then()
        .statusCode(201)
        .body("id", equalTo(first));
    anna.asking()
        .header("Idempotency-Key", key)
        .body(device())
        .post(DEVICES)
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));
    anna.asking().get(DEVICES).then().body("items", hasSize(1));
  }

  @Test
  void theSameEndpointAgainReplacesItsKeys() {
    String endpoint = endpoint();
    String id = anna.asking().body(Family.device(endpoint, POINT, AUTH)).post(DEVICES).path("id");
    JsonNode keys = PushServices.subscribe().path("keys");

    anna.asking()
        .body(Family.device(endpoint, keys.path("p256dh").asText(), keys.path("auth").asText()))
        .post(DEVICES)
        .then()
        .statusCode(200)
        .body("id", equalTo(id));
    anna.asking().get(DEVICES).then().body("items", hasSize(1));
    assertThat(
            world.count(
                "devices where endpoint = ? and auth = ?",
                endpoint,
                java.util.Base64.getUrlDecoder().decode(keys.path("auth").asText())))
        .isEqualTo(1);
  }

  @Test
  void whoSitsAtTheBrowserNowTakesItOver() {
    Map<String, Object> device = device();
    anna.asking().body(device).post(DEVICES).then().statusCode(201);
    stranger.asking().body(device).post(DEVICES).then().statusCode(201);

    anna.asking().get(DEVICES).then().body("items", hasSize(0));
    stranger.asking().get(DEVICES).then().body("items", hasSize(1));
  }

  @Test
  void twoAccountsThatTakeABrowserAtOnceAreBothAnsweredAndOneHasIt() throws Exception {
    anna.asking().get(DEVICES).then().statusCode(200);
    try (ExecutorService atOnce = Executors.newFixedThreadPool(8)) {
      for (int round = 0; round < 10; round++) {
        String endpoint = endpoint();
        Map<String, Object> device = Family.device(endpoint, POINT, AUTH);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          Family who = i % 2 == 0 ? anna : stranger;
          answers.add(atOnce.submit(() -> who.asking().body(device).post(DEVICES).getStatusCode()));
        }
        for (Future<Integer> answer : answers) {
          assertThat(answer.get()).isIn(200, 201);
        }
        assertThat(world.count("devices where endpoint = ?", endpoint)).isEqualTo(1);
      }
    }
  }
}
