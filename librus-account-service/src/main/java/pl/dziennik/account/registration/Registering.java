package pl.dziennik.account.registration;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.account.identity.IdentityProvider;
import pl.dziennik.account.identity.IdentityProvider.AddressTaken;
import pl.dziennik.account.registration.LinkTokens.Owner;
import pl.dziennik.account.registration.LinkTokens.Purpose;
import pl.dziennik.account.registration.Registrations.Application;
import pl.dziennik.account.registration.Registrations.Pending;
import pl.dziennik.support.mail.MailDraft;
import pl.dziennik.support.mail.MailOutbox;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;

/**
 * Takes a registration: Keycloak's user first (disabled, with the password), then the row with the
 * mail. A user without a row is removed by {@link ReaperJob}. The caller learns nothing of whether
 * the address is known.
 */
@ApplicationScoped
class Registering {
  private final AgroalDataSource dataSource;
  private final IdentityProvider identity;
  private final Registrations registrations;
  private final DecisionMail mail;
  private final MailOutbox outbox;

  Registering(
      AgroalDataSource dataSource,
      IdentityProvider identity,
      Registrations registrations,
      DecisionMail mail,
      MailOutbox outbox) {
    this.dataSource = dataSource;
    this.identity = identity;
    this.registrations = registrations;
    this.mail = mail;
    this.outbox = outbox;
  }

  void register(Application application, String password) throws SQLException {
    Transactions.in(
        dataSource,
        tx -> {
          // Two registrations of one address take turns: the later replaces the earlier.
          takeTurns(tx, application.email());
          registerInTurn(tx, application, password);
          return true;
        });
  }

  private void registerInTurn(Connection tx, Application application, String password)
      throws SQLException {
    try {
      String subject = identity.register(application.email(), password, application.id());
      registrations.replaceAndInsert(tx, application, subject);
      mail.send(tx, application);
    } catch (AddressTaken e) {
      outbox.add(
          tx,
          new MailDraft(
              application.email(), "already-registered", application.language(), Map.of()));
    }
  }

  /** A new mail for a registration that still waits; silent about one that does not. */
  void resend(UUID registrationId) throws SQLException {
    Transactions.in(
        dataSource,
        tx -> {
          Optional<Pending> pending = registrations.lockPending(tx, registrationId);
          if (pending.isPresent()) {
            mail.send(tx, pending.get().application());
          }
          return true;
        });
  }

  private static void takeTurns(Connection tx, String email) throws SQLException {
    Statements.list(
        tx,
        "select pg_advisory_xact_lock(hashtextextended(?, 0))::text",
        (Row r) -> r.text(1),
        email);
  }

  /** Which purpose the decider's link has. */
  static Purpose purpose(Application application) {
    return application.ageBracket() == AgeBracket.UNDER_THIRTEEN
        ? Purpose.CONFIRM_CHILD
        : Purpose.ACTIVATE;
  }

  static Owner owner(Application application) {
    return Owner.registration(application.id());
  }
}
