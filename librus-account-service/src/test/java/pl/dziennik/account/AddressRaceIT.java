package pl.dziennik.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.mailer.MockMailbox;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;

/** One address, decided on and registered at the same moment. */
@AccountTest
class AddressRaceIT {
  private static final int ROUNDS = 25;

  @Inject MockMailbox mailbox;
  @Inject FakeIdentity identity;
  @Inject AgroalDataSource dataSource;

  @Test
  void anAccountAlwaysKeepsItsUser() throws Exception {
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < ROUNDS; round++) {
        Person anna = Person.somebody(mailbox);
        UUID registration = anna.registered();
        String token = anna.tokenInMail("/activate");
        Map<String, Object> again = anna.form();
        CyclicBarrier start = new CyclicBarrier(2);

        Future<Response> activation =
            two.submit(
                () -> {
                  start.await();
                  return Person.activate(token, registration);
                });
        Future<Response> registering =
            two.submit(
                () -> {
                  start.await();
                  return Person.post("/registrations", again);
                });

        registering.get().then().statusCode(202);
        boolean isActivated = activation.get().statusCode() == 204;
        assertThat(activation.get().statusCode()).isIn(204, 410);
        assertThat(accountsOf(anna)).hasSize(isActivated ? 1 : 0);
        assertThat(accountsOf(anna)).allMatch(identity::isEnabled);
        assertThat(identity.canLogIn(anna.email(), Person.PASSWORD)).isEqualTo(isActivated);
      }
    }
  }

  @Test
  void aUserThatAnOperatorDisabledStays() throws SQLException {
    Holder anna = Holder.somebody(mailbox, identity);
    identity.disable(anna.id().toString());

    anna.person().register(Map.of()).then().statusCode(202);

    assertThat(identity.subjectOf(anna.person().email())).contains(anna.id().toString());
    assertThat(accountsOf(anna.person())).containsExactly(anna.id().toString());
  }

  @Test
  void anAddressThatAnAccountHasMeanwhileIsNoFailure() throws SQLException {
    Person anna = Person.somebody(mailbox);
    UUID registration = anna.registered();
    String token = anna.tokenInMail("/activate");
    Transactions.in(
        dataSource,
        tx ->
            Statements.update(
                tx,
                "insert into accounts (id, email, age_bracket, terms_version, language,"
                    + " activated_at) values (?, ?, 'SIXTEEN_OR_OVER', '1', 'pl', now())",
                UUID.randomUUID(),
                anna.email()));

    Person.activate(token, registration)
        .then()
        .statusCode(410)
        .body("code", equalTo("link-used-or-expired"));
  }

  private List<String> accountsOf(Person person) throws SQLException {
    return Transactions.in(
        dataSource,
        tx ->
            Statements.list(
                tx,
                "select id from accounts where email = ?",
                (Row r) -> r.id(1).toString(),
                person.email()));
  }
}
