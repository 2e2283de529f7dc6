package pl.dziennik.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.mailer.MockMailbox;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Under 13 a parent decides, and every mail is the parent's. */
@AccountTest
class UnderThirteenIT {
  @Inject AgroalDataSource dataSource;
  @Inject MockMailbox mailbox;
  @Inject FakeIdentity identity;

  @Test
  void theParentSeesWhoAsksAndDecides() {
    Person child = Person.somebody(mailbox);
    String parent = "rodzic-" + UUID.randomUUID() + "@poczta.example";
    child
        .register(Map.of("ageBracket", "UNDER_THIRTEEN", "guardianEmail", parent))
        .then()
        .statusCode(202);
    String token = child.tokenInMail(parent, "/confirm-child", 1);

    assertThat(child.mailsTo(child.email())).isEmpty();
    assertThat(child.mailsTo(parent).getLast().getText()).contains(child.email());
    Person.post("/guardian-decisions/details", Map.of("token", token))
        .then()
        .statusCode(200)
        .body("childEmail", equalTo(child.email()));
    Person.post("/activations", Map.of("token", token, "password", "sam-sobie-potwierdze"))
        .then()
        .statusCode(410);
    assertThat(identity.canLogIn(child.email(), Person.PASSWORD)).isFalse();

    decide(token, "CONFIRM").then().statusCode(204);
    assertThat(identity.canLogIn(child.email(), Person.PASSWORD)).isTrue();
    decide(token, "REFUSE").then().statusCode(410);
  }

  @Test
  void aRefusedChildLeavesNothing() throws SQLException {
    Person child = Person.somebody(mailbox);
    String parent = "rodzic-" + UUID.randomUUID() + "@poczta.example";
    child.register(Map.of("ageBracket", "UNDER_THIRTEEN", "guardianEmail", parent));
    String token = child.tokenInMail(parent, "/confirm-child", 1);
    assertThat(Tables.holding(dataSource, child.email())).contains("registrations");

    decide(token, "REFUSE").then().statusCode(204);

    assertThat(identity.subjectOf(child.email())).isEmpty();
    assertThat(Tables.holding(dataSource, child.email())).isEmpty();
    decide(token, "CONFIRM").then().statusCode(410);
  }

  @Test
  void theMailComesAgainToTheParentAndNotToTheChild() {
    Person child = Person.somebody(mailbox);
    String parent = "rodzic-" + UUID.randomUUID() + "@poczta.example";
    Response registration =
        child.register(Map.of("ageBracket", "UNDER_THIRTEEN", "guardianEmail", parent));
    String first = child.tokenInMail(parent, "/confirm-child", 1);

    Person.post(
            "/activation-mails",
            Map.of("registrationId", registration.jsonPath().getString("registrationId")))
        .then()
        .statusCode(202);
    String second = child.tokenInMail(parent, "/confirm-child", 2);

    assertThat(child.mailsTo(parent)).hasSize(2);
    assertThat(child.mailsTo(child.email())).isEmpty();
    decide(first, "CONFIRM").then().statusCode(410);
    decide(second, "CONFIRM").then().statusCode(204);
    assertThat(identity.canLogIn(child.email(), Person.PASSWORD)).isTrue();
  }

  private static Response decide(String token, String decision) {
    return Person.post("/guardian-decisions", Map.of("token", token, "decision", decision));
  }
}
