package pl.dziennik.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
  private static final String DEVICES = "/notifications/v1/devices";
  private static final String POINT =
      "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
  private static final String AUTH = "BTBZMqHH6r4Tts7J_aSIgg";

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
  void aPasswordSetAnewForgetsTheDevicesOfBeforeAndKeepsThoseOfAfter() throws Exception {
    anna.asking().body(device()).post(DEVICES).then().statusCode(201);

    world.told(anna.recovered(9, Instant.now().plusSeconds(1)));
    world.told(anna.recovered(9, Instant.now().plusSeconds(1)));
    assertThat(world.count("select count(*) from devices where account_id = ?", anna.account))
        .isZero();

    world.told(anna.recovered(10, Instant.now().minusSeconds(60)));
    anna.asking().body(device()).post(DEVICES).then().statusCode(201);
    world.told(anna.recovered(11, Instant.now().minusSeconds(60)));
    anna.asking().get(DEVICES).then().body("items", hasSize(1));
  }

  @Test
  void aDeviceThatCameWithAnOldTokenBeforeTheNewsOfThePasswordGoes() throws Exception {
    anna.asking(Duration.ofMinutes(2)).body(device()).post(DEVICES).then().statusCode(201);

    world.told(anna.recovered(9, Instant.now().minusSeconds(60)));

    anna.asking().get(DEVICES).then().body("items", hasSize(0));
  }

  @Test
  void aTokenOfBeforeThePasswordWasSetAnewRegistersNothing() throws Exception {
    Duration before = Duration.ofMinutes(2);
    anna.asking(before).get(DEVICES).then().statusCode(200);

    world.told(anna.recovered(9, Instant.now().minusSeconds(60)));

    anna.asking(before)
        .body(device())
        .post(DEVICES)
        .then()
        .statusCode(401)
        .body("code", equalTo("invalid-token"));
    anna.asking().get(DEVICES).then().body("items", hasSize(0));
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
                "select count(*) from devices where endpoint = ? and auth = ?",
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
        assertThat(world.count("select count(*) from devices where endpoint = ?", endpoint))
            .isEqualTo(1);
      }
    }
  }

  @Test
  void anEndpointOfNobodyKnownIsRefused() {
    for (String endpoint :
        new String[] {
          "https://evil.example/x",
          "http://fcm.googleapis.com/x",
          "https://127.0.0.1/x",
          "https://user@fcm.googleapis.com/x",
          "http://localhost:1/push/1",
          "nonsense"
        }) {
      anna.asking()
          .body(Family.device(endpoint, POINT, AUTH))
          .post(DEVICES)
          .then()
          .statusCode(422)
          .body("code", equalTo("push-host-not-allowed"))
          .body("errors.field", contains("endpoint"));
    }
    anna.asking().get(DEVICES).then().body("items", hasSize(0));
  }

  @Test
  void keysThatAreNoneAreRefusedWithTheirField() {
    anna.asking()
        .body(Family.device(endpoint(), "BAAA", AUTH))
        .post(DEVICES)
        .then()
        .statusCode(422)
        .body("code", equalTo("invalid-push-key"))
        .body("errors.field", contains("keys.p256dh"));
    anna.asking()
        .body(Family.device(endpoint(), POINT, "AAAA"))
        .post(DEVICES)
        .then()
        .statusCode(422)
        .body("errors.field", contains("keys.auth"));
  }

  @Test
  void badBodiesAreNamedAndLeaveNothing() {
    Map<String, Object> noKeys = new HashMap<>(device());
    noKeys.remove("keys");
    Map<String, Object> nul = new HashMap<>(device());
    nul.put("name", "a\0b");
    Map<String, Object> long_ = new HashMap<>(device());
    long_.put("name", "x".repeat(101));
    Map<String, Object> pigeon = new HashMap<>(device());
    pigeon.put("kind", "PIGEON");

    anna.asking()
        .body(noKeys)
        .post(DEVICES)
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("keys"));
    anna.asking()
        .body(nul)
        .post(DEVICES)
        .then()
        .statusCode(400)
        .body("code", equalTo("nul-character"));
    anna.asking()
        .body(long_)
        .post(DEVICES)
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("name"));
    anna.asking()
        .body(pigeon)
        .post(DEVICES)
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("kind"));
    anna.asking().body("{").post(DEVICES).then().statusCode(400);
    anna.asking().get(DEVICES).then().body("items", hasSize(0));
  }

  @Test
  void anAccountHasAtMostTwentyDevices() {
    for (int i = 0; i < 20; i++) {
      anna.asking().body(device()).post(DEVICES).then().statusCode(201);
    }
    anna.asking()
        .body(device())
        .post(DEVICES)
        .then()
        .statusCode(409)
        .body("code", equalTo("too-many-devices"));
    anna.asking().get(DEVICES).then().body("items", hasSize(20));
  }

  @Test
  void withoutATokenNothing() {
    given().get(DEVICES).then().statusCode(401);
    given().get(DEVICES + "/vapid-key").then().statusCode(401);
    given().contentType("application/json").body(device()).post(DEVICES).then().statusCode(401);
    given().delete(DEVICES + "/" + UUID.randomUUID()).then().statusCode(401);
  }

  private static Map<String, Object> device() {
    return Family.device(endpoint(), POINT, AUTH);
  }

  private static String endpoint() {
    return "https://fcm.googleapis.com/fcm/send/" + UUID.randomUUID();
  }
}
