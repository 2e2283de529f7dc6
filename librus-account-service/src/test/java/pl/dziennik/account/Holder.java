package pl.dziennik.account;

import static io.restassured.RestAssured.given;

import io.quarkus.mailer.MockMailbox;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import pl.dziennik.testkit.TestIdentity.Realm;
import pl.dziennik.testkit.TestTokens;

/** Somebody with an account, signed in. */
public record Holder(Person person, UUID id) {
  public static Holder somebody(MockMailbox mailbox, FakeIdentity identity) {
    return of(Person.somebody(mailbox), identity, Map.of());
  }

  /** Between 13 and 15, with a parent who decides on links. */
  static Holder teenager(MockMailbox mailbox, FakeIdentity identity, String parent) {
    return of(
        Person.somebody(mailbox),
        identity,
        Map.of("ageBracket", "THIRTEEN_TO_FIFTEEN", "guardianEmail", parent));
  }

  /** Registers with these answers and activates from the mailbox, all with one client. */
  static Holder of(Person person, FakeIdentity identity, Map<String, Object> answers) {
    int before = person.mailsTo(person.email()).size();
    Response registration = person.register(answers);
    registration.then().statusCode(202);
    Map<String, Object> activation = new HashMap<>();
    activation.put("registrationId", registration.jsonPath().getString("registrationId"));
    activation.put("token", person.tokenInMail(person.email(), "/activate", before + 1));
    Person.post("/activations", activation).then().statusCode(204);
    return new Holder(person, UUID.fromString(identity.subjectOf(person.email()).orElseThrow()));
  }

  /** A request with the holder's token. */
  RequestSpecification asks() {
    return asks(Duration.ZERO);
  }

  /** With a token that was issued so long ago. */
  RequestSpecification asks(Duration age) {
    String token = TestTokens.person(Realm.LIBRUS).subject(id).age(age).token();
    return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + token);
  }
}
