package pl.dziennik.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.mailer.MockMailbox;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.dziennik.events.AccountState;
import pl.dziennik.events.AccountState.AgeBracket;
import pl.dziennik.events.AccountState.Status;
import pl.dziennik.testkit.Patience;
import pl.dziennik.testkit.TestIdentity.Realm;
import pl.dziennik.testkit.TestTokens;

/** One's own account: read, changed, and what the other services are told of it. */
@AccountTest
class OwnAccountIT {
  private static final String ME = "/accounts/v1/me";

  @Inject MockMailbox mailbox;
  @Inject FakeIdentity identity;

  @Test
  void anActivationIsToldOnceWithTheWholeState() {
    String parent = "rodzic-" + UUID.randomUUID() + "@poczta.example";
    Holder ola =
        Holder.of(
            Person.somebody(mailbox),
            identity,
            Map.of("ageBracket", "THIRTEEN_TO_FIFTEEN", "guardianEmail", parent, "language", "uk"));

    List<AccountState> told = told(ola, 1);
    Instant verified = told.getFirst().addressVerifiedAt();
    assertThat(verified).isAfter(Instant.EPOCH);
    assertThat(told)
        .containsExactly(
            new AccountState(
                ola.id(),
                1,
                Status.ENABLED,
                ola.person().email(),
                "uk",
                AgeBracket.THIRTEEN_TO_FIFTEEN,
                parent,
                Instant.EPOCH,
                verified));
  }

  @Test
  void aParentsConfirmationIsToldToo() {
    Person child = Person.somebody(mailbox);
    String parent = "rodzic-" + UUID.randomUUID() + "@poczta.example";
    child.register(Map.of("ageBracket", "UNDER_THIRTEEN", "guardianEmail", parent));
    UUID id = UUID.fromString(identity.subjectOf(child.email()).orElseThrow());
    String token = child.tokenInMail(parent, "/confirm-child", 1);
    Person.post("/guardian-decisions", Map.of("token", token, "decision", "CONFIRM"))
        .then()
        .statusCode(204);

    assertThat(told(new Holder(child, id), 1))
        .singleElement()
        .extracting(
            AccountState::guardianEmail, AccountState::ageBracket, AccountState::addressVerifiedAt)
        .containsExactly(parent, AgeBracket.UNDER_THIRTEEN, Instant.EPOCH);
  }

  @Test
  void theLanguageChangesAndIsTold() {
    Holder anna = Holder.somebody(mailbox, identity);
    String tag = anna.asks().get(ME).then().statusCode(200).extract().header("ETag");
    assertThat(tag).isEqualTo("\"1\"");

    patch(anna, tag, "{\"language\":\"en\"}")
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"2\""))
        .body("language", equalTo("en"));
    patch(anna, "\"2\"", "{\"language\":\"en\"}")
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"2\""));

    anna.asks().get(ME).then().body("language", equalTo("en"));
    anna.asks().header("If-None-Match", "\"2\"").get(ME).then().statusCode(304);
    assertThat(told(anna, 2))
        .extracting(AccountState::version, AccountState::language)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1L, "pl"),
            org.assertj.core.groups.Tuple.tuple(2L, "en"));
  }

  @Test
  void aMergePatchIsTakenUnderItsOwnTypeAndAnEmptyOneChangesNothing() {
    Holder anna = Holder.somebody(mailbox, identity);

    anna.asks()
        .contentType("application/merge-patch+json")
        .header("If-Match", "\"1\"")
        .body("{}")
        .patch(ME)
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"1\""));
  }

  @Test
  void aLostOrStaleIfMatchChangesNothing() {
    Holder anna = Holder.somebody(mailbox, identity);

    anna.asks()
        .body(Map.of("language", "en"))
        .patch(ME)
        .then()
        .statusCode(428)
        .body("code", equalTo("if-match-required"));
    patch(anna, "\"7\"", "{\"language\":\"en\"}")
        .then()
        .statusCode(412)
        .body("code", equalTo("stale"));

    anna.asks().get(ME).then().header("ETag", equalTo("\"1\"")).body("language", equalTo("pl"));
    assertThat(told(anna, 1)).hasSize(1);
  }

  @Test
  void badPatchesNameTheField() {
    Holder anna = Holder.somebody(mailbox, identity);

    for (String language : List.of("\"de\"", "null", "7", "{}", "\"p\\u0000\"")) {
      patch(anna, "\"1\"", "{\"language\":" + language + "}")
          .then()
          .statusCode(400)
          .body("errors.field", hasItem("language"));
    }
    patch(anna, "\"1\"", "{\"email\":\"inna@poczta.example\"}")
        .then()
        .statusCode(422)
        .body("code", equalTo("not-changeable"))
        .body("errors.field", hasItem("email"));
    patch(anna, "\"1\"", "{\"guardianEmail\":\"mama@poczta.example\"}")
        .then()
        .statusCode(422)
        .body("code", equalTo("guardian-not-changeable"));
    patch(anna, "\"1\"", "[]").then().statusCode(400);
    patch(anna, "\"1\"", "{").then().statusCode(400).body("code", equalTo("malformed-json"));
    anna.asks().get(ME).then().header("ETag", equalTo("\"1\""));
  }

  @Test
  void fromThirteenToFifteenAParentCanBeNamedLater() {
    Holder ola =
        Holder.of(Person.somebody(mailbox), identity, Map.of("ageBracket", "THIRTEEN_TO_FIFTEEN"));

    patch(ola, "\"1\"", "{\"guardianEmail\":\"" + ola.person().email() + "\"}")
        .then()
        .statusCode(422)
        .body("code", equalTo("guardian-is-oneself"));
    patch(ola, "\"1\"", "{\"guardianEmail\":\"" + ola.person().withTag("mama") + "\"}")
        .then()
        .statusCode(422)
        .body("code", equalTo("guardian-is-oneself"));
    patch(ola, "\"1\"", "{\"guardianEmail\":\" Mama@Poczta.example \"}")
        .then()
        .statusCode(200)
        .body("guardianEmail", equalTo("mama@poczta.example"));

    assertThat(told(ola, 2)).last().returns("mama@poczta.example", AccountState::guardianEmail);
  }

  @Test
  void nobodyChangesAnAccountWithoutAToken() {
    Holder anna = Holder.somebody(mailbox, identity);
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("language", "en"))
        .patch(ME)
        .then()
        .statusCode(401);
    given()
        .contentType(ContentType.JSON)
        .header("Authorization", "Bearer " + TestTokens.person(Realm.LIBRUS).token())
        .header("If-Match", "\"1\"")
        .body(Map.of("language", "en"))
        .patch(ME)
        .then()
        .statusCode(403)
        .body("code", equalTo("no-account"));

    anna.asks().get(ME).then().body("language", equalTo("pl"));
  }

  private static Response patch(Holder holder, String tag, String body) {
    return holder.asks().header("If-Match", tag).body(body).patch(ME);
  }

  private static List<AccountState> told(Holder holder, int atLeast) {
    return Patience.until(
        () -> FactsSeen.of(holder.id(), AccountState.class), s -> s.size() >= atLeast);
  }
}
