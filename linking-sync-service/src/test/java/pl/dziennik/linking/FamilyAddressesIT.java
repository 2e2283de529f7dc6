package pl.dziennik.linking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static pl.dziennik.linking.GuardedChild.ATTENDANCE;
import static pl.dziennik.linking.GuardedChild.GRADES;
import static pl.dziennik.linking.GuardedChild.TIMELINE;
import static pl.dziennik.linking.GuardedChild.TIMETABLE;

import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.dziennik.testkit.TestIdentity.Realm;
import pl.dziennik.testkit.TestTokens;
import pl.dziennik.testkit.TokenAttacks;

/** What is asked for in vain, whoever asks: no such category, no such pupil, no good token. */
@LinkingTest
class FamilyAddressesIT {
  @Inject io.agroal.api.AgroalDataSource dataSource;

  private FamilyWorld family;

  @BeforeEach
  void aLinkedChildWithDocuments() {
    family = new GuardedChild(dataSource).family;
  }

  @ParameterizedTest
  @ValueSource(strings = {"calendar", "homework", "announcements", "messages", "profile", "access"})
  void aCategoryThatIsNotSyncedDoesNotExist(String category) {
    family.read("/" + category).statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "zosia", "1-1-1-1-1", "------------------------------------"})
  void whatIsNoIdNamesNobody(String id) {
    for (String path : List.of(GRADES, ATTENDANCE, TIMETABLE, TIMELINE)) {
      family
          .read(family.parent, "/" + id + path)
          .statusCode(404)
          .contentType("application/problem+json");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {GRADES, ATTENDANCE, TIMETABLE, TIMELINE, ""})
  void withoutAGoodTokenNothingIsRead(String path) {
    String address = "/family/v1/pupils" + (path.isEmpty() ? "" : "/" + family.zosia + path);
    given().get(address).then().statusCode(401).body("code", equalTo("unauthenticated"));
    TokenAttacks.against(Realm.LIBRUS, () -> TestTokens.person(Realm.LIBRUS).subject(family.parent))
        .forEach(
            (what, header) ->
                assertThat(given().header("Authorization", header).get(address).statusCode())
                    .as(what)
                    .isEqualTo(401));
    given()
        .auth()
        .oauth2(
            TestTokens.service(Realm.LIBRUS, "svc-account", "linking-sync-service")
                .subject(family.parent)
                .token())
        .get(address)
        .then()
        .statusCode(403)
        .body("code", equalTo("wrong-client"));
  }
}
