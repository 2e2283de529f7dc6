package pl.dziennik.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.mailer.MockMailbox;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.dziennik.testkit.TestIdentity.Realm;
import pl.dziennik.testkit.TestTokens;
import pl.dziennik.testkit.TokenAttacks;

/** What linking-sync gathers for a person's export. */
@AccountTest
class ExportIT {
  @Inject MockMailbox mailbox;
  @Inject FakeIdentity identity;

  @Test
  void everythingThatIsHeldOfAnAccountIsInIt() {
    String parent = "rodzic-" + UUID.randomUUID() + "@poczta.example";
    Holder ola = Holder.teenager(mailbox, identity, parent);
    UUID pupil = UUID.randomUUID();
    StubLinking.link(ola.id(), pupil);
    ola.asks().body(Map.of("pupilId", pupil)).post("/accounts/v1/me/trials").then().statusCode(201);
    Person.post("/password-resets", Map.of("email", ola.person().email()));

    export(ola.id(), service().token())
        .statusCode(200)
        .body("account.id", equalTo(ola.id().toString()))
        .body("account.email", equalTo(ola.person().email()))
        .body("account.guardianEmail", equalTo(parent))
        .body("registrations", hasSize(1))
        .body("registrations[0].state", equalTo("ACTIVATED"))
        .body("entitlements[0].pupilId", equalTo(pupil.toString()))
        .body("mails.template", hasItem("activation"))
        .body("mailLinks.purpose", hasItem("RESET_PASSWORD"));
  }

  @Test
  void theLanguageInWhichTheTermsWereAcceptedStaysWhenTheAccountsChanges() {
    Person person = Person.somebody(mailbox);
    Holder holder = Holder.of(person, identity, Map.of("language", "uk"));
    holder
        .asks()
        .header("If-Match", "\"1\"")
        .contentType("application/merge-patch+json")
        .body("{\"language\": \"en\"}")
        .patch("/accounts/v1/me")
        .then()
        .statusCode(200);

    export(holder.id(), service().token())
        .statusCode(200)
        .body("account.language", equalTo("en"))
        .body("account.termsLanguage", equalTo("uk"))
        .body("registrations[0].termsLanguage", equalTo("uk"));
  }

  @Test
  void theTermsMayHaveBeenReadInAnotherLanguageThanTheAccounts() {
    Person person = Person.somebody(mailbox);
    Holder holder = Holder.of(person, identity, Map.of("language", "uk", "termsLanguage", "en"));

    export(holder.id(), service().token())
        .statusCode(200)
        .body("account.language", equalTo("uk"))
        .body("account.termsLanguage", equalTo("en"));
  }

  @Test
  void thereIsNothingOfADeletedOrUnknownAccount() {
    Holder anna = Holder.somebody(mailbox, identity);
    anna.asks().delete("/accounts/v1/me").then().statusCode(204);

    for (UUID id : List.of(anna.id(), UUID.randomUUID())) {
      export(id, service().token()).statusCode(404).body("code", equalTo("not-found"));
    }
  }

  @Test
  void onlyLinkingSyncMayAsk() {
    Holder anna = Holder.somebody(mailbox, identity);
    TokenAttacks.against(Realm.LIBRUS, ExportIT::service)
        .forEach(
            (what, header) ->
                given()
                    .header("Authorization", header)
                    .get(path(anna.id()))
                    .then()
                    .statusCode(401)
                    .body("code", equalTo("invalid-token")));
    given().get(path(anna.id())).then().statusCode(401).body("code", equalTo("unauthenticated"));
    export(anna.id(), TestTokens.person(Realm.LIBRUS).subject(anna.id()).token())
        .statusCode(403)
        .body("code", equalTo("wrong-client"));
    export(anna.id(), service().azp("svc-account").token()).statusCode(401);
  }

  @Test
  void itsTokenOpensNothingElse() {
    for (String path : List.of("", "/entitlements", "/offers")) {
      given()
          .header("Authorization", "Bearer " + service().token())
          .get("/accounts/v1/me" + path)
          .then()
          .statusCode(403)
          .body("code", equalTo("wrong-client"));
    }
    given()
        .header("Authorization", "Bearer " + service().token())
        .delete("/accounts/v1/me")
        .then()
        .statusCode(403)
        .body("code", equalTo("wrong-client"));
  }

  private static TestTokens service() {
    return TestTokens.service(Realm.LIBRUS, "svc-linking-sync", "librus-account-service");
  }

  private static ValidatableResponse export(UUID account, String token) {
    return given().header("Authorization", "Bearer " + token).get(path(account)).then();
  }

  private static String path(UUID account) {
    return "/internal/v1/accounts/" + account + "/export";
  }
}
