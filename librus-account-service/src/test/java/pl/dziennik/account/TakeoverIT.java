package pl.dziennik.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.mailer.MockMailbox;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.dziennik.events.AccountState;
import pl.dziennik.testkit.Patience;

/** Somebody registers an address that is not theirs; its owner takes it back by the mailbox. */
@AccountTest
class TakeoverIT {
  private static final String OWN = "moje-wlasne-haslo";

  @Inject MockMailbox mailbox;
  @Inject FakeIdentity identity;

  @Test
  void theParentsWordVerifiesNoAddressAndTheMailboxTakesEverythingBack() {
    Person victim = Person.somebody(mailbox);
    String attacker = "napastnik-" + UUID.randomUUID() + "@poczta.example";
    Holder held = confirmedByParent(victim, attacker);
    String subject = held.id().toString();
    identity.addSecondFactor(subject);
    assertThat(identity.isAddressVerified(subject)).isFalse();
    assertThat(identity.canLogIn(victim.email(), Person.PASSWORD)).isTrue();

    reset(victim);

    assertThat(identity.canLogIn(victim.email(), Person.PASSWORD)).isFalse();
    assertThat(identity.canLogIn(victim.email(), OWN)).isTrue();
    assertThat(identity.hasSecondFactor(subject)).isFalse();
    assertThat(identity.isAddressVerified(subject)).isTrue();
    List<AccountState> told = told(held, 2);
    assertThat(told.getFirst())
        .returns(attacker, AccountState::guardianEmail)
        .returns(Instant.EPOCH, AccountState::credentialsChangedAt);
    assertThat(told.getLast())
        .returns(2L, AccountState::version)
        .returns("", AccountState::guardianEmail)
        .matches(state -> state.addressVerifiedAt().equals(state.credentialsChangedAt()))
        .extracting(AccountState::credentialsChangedAt)
        .isNotEqualTo(Instant.EPOCH);
  }

  @Test
  void aTokenOfBeforeTheResetOpensNothing() {
    Holder anna = Holder.somebody(mailbox, identity);
    Duration before = Duration.ofMinutes(2);
    anna.asks(before).get("/accounts/v1/me").then().statusCode(200);

    reset(anna.person());

    anna.asks(before).get("/accounts/v1/me").then().statusCode(401);
    anna.asks(before)
        .delete("/accounts/v1/me")
        .then()
        .statusCode(401)
        .body("code", equalTo("invalid-token"));
    Patience.until(() -> anna.asks().get("/accounts/v1/me").statusCode() == 200);
  }

  @Test
  void onceTheAddressIsVerifiedAResetKeepsTheParent() {
    String parent = "rodzic-" + UUID.randomUUID() + "@poczta.example";
    Holder ola = Holder.teenager(mailbox, identity, parent);

    reset(ola.person());

    assertThat(told(ola, 2).getLast())
        .returns(2L, AccountState::version)
        .returns(parent, AccountState::guardianEmail);
  }

  @Test
  void aResetEnablesNobodyWhomAnOperatorDisabled() {
    Person child = Person.somebody(mailbox);
    Holder held = confirmedByParent(child, "rodzic-" + UUID.randomUUID() + "@poczta.example");
    identity.disable(held.id().toString());

    reset(child);

    assertThat(identity.isEnabled(held.id().toString())).isFalse();
  }

  @Test
  void whomAnotherClientNamedAsParentIsNobody() {
    Person victim = Person.somebody(mailbox);
    String attacker = "napastnik-" + UUID.randomUUID() + "@poczta.example";
    victim
        .register(Map.of("ageBracket", "THIRTEEN_TO_FIFTEEN", "guardianEmail", attacker))
        .then()
        .statusCode(202);
    UUID id = UUID.fromString(identity.subjectOf(victim.email()).orElseThrow());
    String token = victim.tokenInMail("/activate");

    Person.post("/activations", Map.of("token", token, "password", OWN)).then().statusCode(204);

    assertThat(told(new Holder(victim, id), 1).getFirst())
        .returns("", AccountState::guardianEmail)
        .extracting(AccountState::credentialsChangedAt)
        .isNotEqualTo(Instant.EPOCH);
    assertThat(identity.isAddressVerified(id.toString())).isTrue();
  }

  private Holder confirmedByParent(Person child, String parent) {
    child
        .register(Map.of("ageBracket", "UNDER_THIRTEEN", "guardianEmail", parent))
        .then()
        .statusCode(202);
    UUID id = UUID.fromString(identity.subjectOf(child.email()).orElseThrow());
    String token = child.tokenInMail(parent, "/confirm-child", 1);
    Person.post("/guardian-decisions", Map.of("token", token, "decision", "CONFIRM"))
        .then()
        .statusCode(204);
    return new Holder(child, id);
  }

  private static void reset(Person person) {
    int before = person.mailsTo(person.email()).size();
    Person.post("/password-resets", Map.of("email", person.email())).then().statusCode(202);
    String token = person.tokenInMail(person.email(), "/reset-password", before + 1);
    Person.post("/password-resets/confirmations", Map.of("token", token, "password", OWN))
        .then()
        .statusCode(204);
  }

  private static List<AccountState> told(Holder holder, int atLeast) {
    return Patience.until(
        () -> FactsSeen.of(holder.id(), AccountState.class), s -> s.size() >= atLeast);
  }
}
