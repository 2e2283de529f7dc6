package pl.dziennik.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static pl.dziennik.notification.SomeDevice.DEVICES;
import static pl.dziennik.notification.SomeDevice.device;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A password set anew: whoever had the old one receives nothing any more. */
@NotificationTest
class RecoveredDeviceIT {
  @Inject World world;

  private final Family anna = Family.of("Zosia");

  @Test
  void aPasswordSetAnewForgetsTheDevicesOfBeforeAndKeepsThoseOfAfter() throws Exception {
    anna.asking().body(device()).post(DEVICES).then().statusCode(201);

    world.told(anna.recovered(9, Instant.now().plusSeconds(1)));
    world.told(anna.recovered(9, Instant.now().plusSeconds(1)));
    assertThat(world.count("devices where account_id = ?", anna.account)).isZero();

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
}
