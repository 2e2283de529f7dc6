package pl.dziennik.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Preferences over HTTP. */
@NotificationTest
class PreferenceIT {
  private static final String PREFERENCES = "/notifications/v1/preferences";

  private final Family anna = Family.of("Zosia");

  @Test
  void whoHasSaidNothingHasTheDefaults() {
    Response answer = anna.asking().get(PREFERENCES);
    answer
        .then()
        .statusCode(200)
        .body("emailEnabled", equalTo(true))
        .body("pushEnabled", equalTo(true))
        .body("categories.GRADES", equalTo(true))
        .body("categories", not(hasKey("ACCESS")))
        .body("quietHours.from", equalTo("22:00"))
        .body("quietHours.to", equalTo("07:00"));
    anna.asking()
        .header("If-None-Match", answer.header("ETag"))
        .get(PREFERENCES)
        .then()
        .statusCode(304);
  }

  @Test
  void whatWasReadIsReplacedAndWhatIsStaleIsNot() {
    String tag = anna.asking().get(PREFERENCES).header("ETag");
    Response changed = put(tag, wanted());
    changed
        .then()
        .statusCode(200)
        .body("emailEnabled", equalTo(false))
        .body("categories.GRADES", equalTo(false))
        .body("categories.ATTENDANCE", equalTo(true))
        .body("quietHours.to", equalTo("06:30"));
    assertThat(changed.header("ETag")).isNotEqualTo(tag);

    put(tag, wanted()).then().statusCode(412).body("code", equalTo("stale"));
    anna.asking()
        .body(wanted())
        .put(PREFERENCES)
        .then()
        .statusCode(428)
        .body("code", equalTo("if-match-required"));
    put(changed.header("ETag"), wanted()).then().statusCode(200);
    Family.of("Staś").asking().get(PREFERENCES).then().body("emailEnabled", equalTo(true));
  }

  @Test
  void badPreferencesAreNamedAndChangeNothing() {
    Map<String, Object> profile = changed("categories", Map.of("PROFILE", true));
    Map<String, Object> unknown = changed("categories", Map.of("HOLOGRAMS", true));
    Map<String, Object> noon =
        changed("quietHours", Map.of("enabled", true, "from", "12:00", "to", "12:00"));
    Map<String, Object> late =
        changed("quietHours", Map.of("enabled", true, "from", "25:00", "to", "07:00"));

    put("\"0\"", profile)
        .then()
        .statusCode(422)
        .body("code", equalTo("category-not-notified"))
        .body("errors.field", contains("categories"));
    put("\"0\"", unknown).then().statusCode(400);
    put("\"0\"", noon).then().statusCode(422).body("errors.field", contains("quietHours.to"));
    put("\"0\"", late).then().statusCode(400).body("errors.field", contains("quietHours.from"));
    put("\"0\"", Map.of()).then().statusCode(400);
    anna.asking().get(PREFERENCES).then().header("ETag", "\"0\"");
  }

  @Test
  void withoutATokenNothing() {
    given().get(PREFERENCES).then().statusCode(401);
    given()
        .contentType("application/json")
        .header("If-Match", "\"0\"")
        .body(wanted())
        .put(PREFERENCES)
        .then()
        .statusCode(401);
  }

  private Response put(String tag, Map<String, Object> body) {
    return anna.asking().header("If-Match", tag).body(body).put(PREFERENCES);
  }

  private static Map<String, Object> changed(String field, Object value) {
    Map<String, Object> out = new HashMap<>(wanted());
    out.put(field, value);
    return out;
  }

  private static Map<String, Object> wanted() {
    return Map.of(
        "emailEnabled",
        false,
        "pushEnabled",
        true,
        "categories",
        Map.of("GRADES", false, "ATTENDANCE", true),
        "quietHours",
        Map.of("enabled", true, "from", "21:00", "to", "06:30"));
  }
}
