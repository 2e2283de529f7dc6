package pl.dziennik.account.registration;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.account.identity.IdentityProvider;
import pl.dziennik.account.identity.IdentityProvider.User;
import pl.dziennik.account.own.Accounts;
import pl.dziennik.account.registration.LinkTokens.Owner;
import pl.dziennik.account.registration.LinkTokens.Purpose;
import pl.dziennik.account.registration.Registrations.Application;
import pl.dziennik.account.registration.Registrations.Pending;
import pl.dziennik.support.mail.MailDraft;
import pl.dziennik.support.mail.MailOutbox;
import pl.dziennik.support.sql.Transactions;

/**
 * Takes a registration: Keycloak's user first (disabled, with the password), then the row with the
 * mail. A user without a row is removed by {@link ReaperJob}. The caller learns nothing of whether
 * the address is known.
 */
@ApplicationScoped
class Registering {
  /** No mail ever arrives there (RFC 2606). */
  private static final String NOWHERE = "nobody.invalid";

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
          AddressTurns.take(tx, application.email());
          registerInTurn(tx, application, password);
          return true;
        });
  }

  private void registerInTurn(Connection tx, Application application, String password)
      throws SQLException {
    Optional<User> there = identity.find(application.email());
    if (!isFree(tx, application.email(), there)) {
      makeNothing(password);
      outbox.add(
          tx,
          new MailDraft(
              application.email(), "already-registered", application.language().code(), Map.of()));
    } else if (isMailed(tx, application)) {
      there.map(User::subject).ifPresent(identity::remove);
      String subject = identity.create(application.email(), password, application.id());
      registrations.replaceAndInsert(tx, application, subject);
      mail.send(tx, application);
    } else {
      makeNothing(password);
    }
  }

  /**
   * False when an account has the address, or a user of Keycloak that no unfinished registration of
   * ours has left there, such as one that an operator disabled.
   */
  private boolean isFree(Connection tx, String email, Optional<User> there) throws SQLException {
    return !Accounts.has(tx, email) && (there.isEmpty() || isLeftOver(tx, there.get()));
  }

  private boolean isLeftOver(Connection tx, User user) throws SQLException {
    return !user.enabled()
        && user.registrationId().isPresent()
        && !registrations.isActivated(tx, user.registrationId().get())
        && !Accounts.isOf(tx, UUID.fromString(user.subject()));
  }

  /** An older registration keeps its link when no mail would tell of the newer one. */
  private boolean isMailed(Connection tx, Application application) throws SQLException {
    return mail.hasRoom(tx, application) || !registrations.waits(tx, application.email());
  }

  /**
   * The work of a registration that leads nowhere: hashing a password takes Keycloak so long that
   * its absence would tell which addresses are known. {@link ReaperJob} removes the user, as any
   * whose registration is not there.
   */
  private void makeNothing(String password) {
    UUID nobody = UUID.randomUUID();
    identity.create(nobody + "@" + NOWHERE, password, nobody);
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
