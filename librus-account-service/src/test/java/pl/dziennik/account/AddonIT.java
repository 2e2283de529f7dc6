package pl.dziennik.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static pl.dziennik.account.Trials.ENTITLEMENTS;
import static pl.dziennik.account.Trials.OFFERS;
import static pl.dziennik.account.Trials.TRIALS;

import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.dziennik.testkit.TestIdentity.Realm;
import pl.dziennik.testkit.TestTokens;

/** Mobilne dodatki: the shop's offers, and nothing of it all without an account. */
@AccountTest
class AddonIT {
  @Inject Trials trials;

  @Test
  void aHolderIsShownTheOffers() {
    trials
        .linked()
        .asks()
        .get(OFFERS)
        .then()
        .statusCode(200)
        .body("id", hasItems("mobilne-dodatki-rok", "mobilne-dodatki-miesiac"))
        .body("priceGrosze", everyItem(greaterThan(0)));
  }

  @Test
  void nothingHereWithoutATokenOrAnAccount() {
    String stranger = "Bearer " + TestTokens.person(Realm.LIBRUS).token();
    for (String path : List.of(ENTITLEMENTS, OFFERS)) {
      given().get(path).then().statusCode(401);
      given().header("Authorization", stranger).get(path).then().statusCode(403);
    }
    Map<String, Object> body = Map.of("pupilId", trials.pupil);
    given().contentType(ContentType.JSON).body(body).post(TRIALS).then().statusCode(401);
    given()
        .contentType(ContentType.JSON)
        .header("Authorization", stranger)
        .body(body)
        .post(TRIALS)
        .then()
        .statusCode(403)
        .body("code", equalTo("no-account"));
  }
}
