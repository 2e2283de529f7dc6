package pl.dziennik.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;
import pl.dziennik.testkit.TestIdentity.Realm;
import pl.dziennik.testkit.TestTokens;
import pl.dziennik.testkit.TokenAttacks;

/** No account without a good token of its own. */
@AccountTest
class AccountTokenIT {
  @Test
  void everyWrongTokenIsA401ProblemAndAStrangerHasNoAccount() {
    TokenAttacks.against(Realm.LIBRUS, () -> TestTokens.person(Realm.LIBRUS))
        .forEach(
            (what, header) ->
                given()
                    .header("Authorization", header)
                    .get("/accounts/v1/me")
                    .then()
                    .statusCode(401)
                    .body("code", equalTo("invalid-token")));
    given().get("/accounts/v1/me").then().statusCode(401);
    given()
        .header("Authorization", "Bearer " + TestTokens.person(Realm.LIBRUS).token())
        .get("/accounts/v1/me")
        .then()
        .statusCode(403)
        .body("code", equalTo("no-account"));
    given()
        .header(
            "Authorization",
            "Bearer "
                + TestTokens.service(Realm.LIBRUS, "svc-linking-sync", "librus-account-service")
                    .token())
        .get("/accounts/v1/me")
        .then()
        .statusCode(403)
        .body("code", equalTo("wrong-client"));
  }
}
