package pl.dziennik.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.dziennik.events.document.Category;
import pl.dziennik.testkit.TestIdentity.Realm;
import pl.dziennik.testkit.TestTokens;
import pl.dziennik.testkit.TokenAttacks;

/** The inbox over HTTP, and the export between services. */
@NotificationTest
class InboxIT {
  private static final String NOTIFICATIONS = "/notifications/v1/notifications";
  private static final String SERVICE = "notification-service";

  @Inject World world;

  @Test
  void newestFirstPageByPage() {
    Family anna = world.knownFree(Family.of("Zosia"));
    for (int i = 0; i < 5; i++) {
      world.told(anna.news(i == 4 ? Category.ATTENDANCE : Category.GRADES));
    }
    Response first = anna.asking().get(NOTIFICATIONS + "?limit=2");
    first
        .then()
        .statusCode(200)
        .body("items", hasSize(2))
        .body("items[0].category", equalTo("ATTENDANCE"))
        .body("items[0].pupilId", equalTo(anna.pupil.toString()))
        .body("items[0].pupilFirstName", equalTo("Zosia"))
        .body("items[0].read", equalTo(false));
    List<String> seen = new ArrayList<>(first.jsonPath().getList("items.id", String.class));
    String next = first.path("next");
    while (!next.isEmpty()) {
      Response page = anna.asking().get(next);
      seen.addAll(page.jsonPath().getList("items.id", String.class));
      next = page.path("next");
    }
    assertThat(seen).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void aCursorOfAnotherAccountOrATouchedOneIsRefused() {
    Family anna = world.knownFree(Family.of("Zosia"));
    world.told(anna.news(Category.GRADES), anna.news(Category.GRADES));
    String next = anna.asking().get(NOTIFICATIONS + "?limit=1").path("next");

    Family.of("Staś")
        .asking()
        .get(next)
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-cursor"));
    anna.asking().get(next + "A").then().statusCode(400);
    anna.asking().get(NOTIFICATIONS + "?limit=0").then().statusCode(400);
    anna.asking().get(NOTIFICATIONS + "?limit=x").then().statusCode(400);
  }

  @Test
  void aStrangerAlsoTheOtherParentSeesAndMarksNothing() {
    Family anna = world.knownFree(Family.of("Zosia"));
    Family jan = world.knownFree(anna.otherParent());
    world.told(anna.news(Category.GRADES));
    String id = anna.asking().get(NOTIFICATIONS).path("items[0].id");

    jan.asking().get(NOTIFICATIONS).then().body("items", hasSize(0));
    jan.asking().post(NOTIFICATIONS + "/" + id + "/read").then().statusCode(404);
    anna.asking().get(NOTIFICATIONS).then().body("items[0].read", equalTo(false));

    anna.asking().post(NOTIFICATIONS + "/" + id + "/read").then().statusCode(204);
    anna.asking().post(NOTIFICATIONS + "/" + id + "/read").then().statusCode(204);
    anna.asking().get(NOTIFICATIONS).then().body("items[0].read", equalTo(true));
    world.told(anna.ended(2));
    anna.asking().get(NOTIFICATIONS).then().body("items", hasSize(0));
    anna.asking().post(NOTIFICATIONS + "/" + id + "/read").then().statusCode(404);
  }

  @Test
  void withoutATokenNothing() {
    given().get(NOTIFICATIONS).then().statusCode(401);
    given().post(NOTIFICATIONS + "/" + UUID.randomUUID() + "/read").then().statusCode(401);
  }

  @Test
  void aTokenOfAWrongKindIsRefusedAndAServicesOpensNothingOfAPerson() {
    TokenAttacks.against(Realm.LIBRUS, () -> TestTokens.person(Realm.LIBRUS))
        .forEach(
            (attack, header) -> {
              Response answer = given().header("Authorization", header).get(NOTIFICATIONS);
              assertThat(answer.statusCode()).as(attack).isEqualTo(401);
              assertThat(answer.<String>path("code")).as(attack).isNotBlank();
            });
    for (String path : List.of(NOTIFICATIONS, "/notifications/v1/devices")) {
      given().auth().oauth2(service("svc-linking-sync")).get(path).then().statusCode(403);
    }
  }

  @Test
  void theExportHoldsEverythingAndIsForLinkingSyncAlone() {
    Family anna = world.known(Family.of("Zosia"));
    anna.browser();
    world.told(anna.news(Category.GRADES));
    String path = "/internal/v1/accounts/" + anna.account + "/export";

    given()
        .auth()
        .oauth2(service("svc-linking-sync"))
        .get(path)
        .then()
        .statusCode(200)
        .body("account.email", equalTo(anna.email))
        .body("linkedPupils[0].firstName", equalTo("Zosia"))
        .body("entitlements[0].product", equalTo("MOBILE_ADDONS"))
        .body("devices", hasSize(1))
        .body("notifications[0].category", equalTo("GRADES"))
        .body("deliveries", hasSize(2));
    given()
        .auth()
        .oauth2(service("svc-linking-sync"))
        .get("/internal/v1/accounts/" + UUID.randomUUID() + "/export")
        .then()
        .statusCode(404);
    anna.asking().get(path).then().statusCode(403).body("code", equalTo("wrong-client"));
    given().auth().oauth2(service("svc-account")).get(path).then().statusCode(401);
    given().get(path).then().statusCode(401);
    world.told(anna.deleted(2));
    given().auth().oauth2(service("svc-linking-sync")).get(path).then().statusCode(404);
  }

  @Test
  void aServiceTokenOfAWrongKindGetsNoExport() {
    String path = "/internal/v1/accounts/" + UUID.randomUUID() + "/export";
    TokenAttacks.against(
            Realm.LIBRUS, () -> TestTokens.service(Realm.LIBRUS, "svc-linking-sync", SERVICE))
        .forEach(
            (attack, header) ->
                assertThat(given().header("Authorization", header).get(path).statusCode())
                    .as(attack)
                    .isEqualTo(401));
  }

  private static String service(String client) {
    return TestTokens.service(Realm.LIBRUS, client, SERVICE).token();
  }
}
