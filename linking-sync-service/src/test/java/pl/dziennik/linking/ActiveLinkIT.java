package pl.dziennik.linking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.dziennik.testkit.TestIdentity.Realm;
import pl.dziennik.testkit.TestTokens;
import pl.dziennik.testkit.TokenAttacks;

/** What librus-account-service asks before it gives add-ons for a pupil. */
@LinkingTest
class ActiveLinkIT {
  @Inject io.agroal.api.AgroalDataSource dataSource;

  private FamilyWorld family;
  private UUID link = UUID.randomUUID();

  @BeforeEach
  void aConsent() {
    family = new FamilyWorld(dataSource);
    link = family.consent(family.parent, family.schoolAccount, Map.of(family.zosia, "Zosia"));
  }

  @AfterEach
  void synergiaAnswersAgain() {
    StubSynergia.ANSWER.set(0);
  }

  @Test
  void anActiveLinkCountsBeforeAndAfterItsAccessDocument() {
    assertThat(asked(family.parent, family.zosia)).isEqualTo(204);
    family.access(family.schoolAccount, true, family.zosia);
    assertThat(asked(family.parent, family.zosia)).isEqualTo(204);
  }

  @Test
  void othersHaveNone() {
    assertThat(asked(UUID.randomUUID(), family.zosia)).isEqualTo(404);
    assertThat(asked(family.parent, UUID.randomUUID())).isEqualTo(404);
  }

  @Test
  void aPupilThatTheAccessDocumentDoesNotListDoesNotCount() {
    family.access(family.schoolAccount, true);
    assertThat(asked(family.parent, family.zosia)).isEqualTo(404);
  }

  @Test
  void aPupilThatTheTicketDoesNotNameDoesNotCount() {
    UUID added = UUID.randomUUID();
    family.access(family.schoolAccount, true, family.zosia, added);
    assertThat(asked(family.parent, added)).isEqualTo(404);
  }

  @Test
  void aSuspendedOrEndedLinkDoesNotCount() {
    family.access(family.schoolAccount, false);
    assertThat(asked(family.parent, family.zosia)).isEqualTo(404);
    family.access(family.schoolAccount, true, family.zosia);
    family.update("update links set status = 'SUSPENDED' where id = ?", link);
    assertThat(asked(family.parent, family.zosia)).isEqualTo(404);
    family.end(link);
    assertThat(asked(family.parent, family.zosia)).isEqualTo(404);
  }

  @Test
  void aBlockedCategoryDoesNotMatter() {
    family.access(family.schoolAccount, true, "\"GRADES\"", family.zosia);
    assertThat(asked(family.parent, family.zosia)).isEqualTo(204);
  }

  @Test
  void afterARestoreItIsNotKnown() {
    family.quarantined();
    assertThat(asked(family.parent, family.zosia)).isEqualTo(503);
  }

  @Test
  void whatIsNoIdHasNone() {
    String token = account().token();
    for (String path : new String[] {"x/pupils/" + family.zosia, family.parent + "/pupils/x"}) {
      given()
          .auth()
          .oauth2(token)
          .get("/internal/v1/accounts/" + path + "/active-link")
          .then()
          .statusCode(404);
    }
  }

  @Test
  void onlyTheAccountServiceAsks() {
    String path = path(family.parent, family.zosia);
    given().get(path).then().statusCode(401).body("code", equalTo("unauthenticated"));
    FamilyWorld.as(family.parent)
        .get(path)
        .then()
        .statusCode(403)
        .body("code", equalTo("wrong-client"));
    TokenAttacks.against(Realm.LIBRUS, ActiveLinkIT::account)
        .forEach(
            (what, header) ->
                assertThat(given().header("Authorization", header).get(path).statusCode())
                    .as(what)
                    .isEqualTo(401));
  }

  private static int asked(UUID account, UUID pupil) {
    return given().auth().oauth2(account().token()).get(path(account, pupil)).statusCode();
  }

  private static String path(UUID account, UUID pupil) {
    return "/internal/v1/accounts/" + account + "/pupils/" + pupil + "/active-link";
  }

  private static TestTokens account() {
    return TestTokens.service(Realm.LIBRUS, "svc-account", "linking-sync-service");
  }
}
