package pl.dziennik.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.dziennik.testkit.TestIdentity.Realm;
import pl.dziennik.testkit.TestTokens;

/** Who asks guarded routes without a good token is counted too. */
@QuarkusTest
@QuarkusTestResource(UpstreamsResource.class)
@TestProfile(FloodIT.SmallLimit.class)
class FloodIT {
  private static final int LIMIT = 20;

  /** So that a flood is short. */
  public static final class SmallLimit implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("dziennik.gateway.general-per-minute", Integer.toString(LIMIT));
    }
  }

  @Test
  void anAddressThatBringsNothingButRefusedTokensIsToldToWait() {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < LIMIT / 2; i++) {
      statuses.add(given().get("/synergia/v1/me").statusCode());
      statuses.add(
          given().header("Authorization", "Bearer x.y.z").get("/accounts/v1/me").statusCode());
    }
    assertThat(statuses).hasSize(LIMIT).containsOnly(401);

    given()
        .header("Authorization", "Bearer x.y.z")
        .get("/family/v1/links")
        .then()
        .statusCode(429)
        .header("Retry-After", notNullValue())
        .body("code", equalTo("rate-limited"));
    given().get("/notifications/v1/inbox").then().statusCode(429);
    given().get("/docs").then().statusCode(200);
    given()
        .header("Authorization", "Bearer " + TestTokens.person(Realm.SYNERGIA).token())
        .get("/synergia/v1/me")
        .then()
        .statusCode(200);
  }
}
