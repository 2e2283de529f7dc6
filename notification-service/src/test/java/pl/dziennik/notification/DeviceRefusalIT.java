package pl.dziennik.notification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static pl.dziennik.notification.SomeDevice.AUTH;
import static pl.dziennik.notification.SomeDevice.DEVICES;
import static pl.dziennik.notification.SomeDevice.POINT;
import static pl.dziennik.notification.SomeDevice.device;
import static pl.dziennik.notification.SomeDevice.endpoint;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Devices that are not taken. */
@NotificationTest
class DeviceRefusalIT {
  private final Family anna = Family.of("Zosia");

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
}
