package pl.dziennik.account.registration;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.account.identity.IdentityProvider;
import pl.dziennik.account.registration.LinkTokens.Purpose;
import pl.dziennik.account.registration.Registrations.Pending;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.sql.Transactions;

/**
 * Makes an account of a registration. Somebody else may have typed this address: only the client
 * that holds the registration's id activates with the first password, every other sets a new one.
 * Keycloak's part can be repeated, so a failure between the two leaves a link that still works.
 */
@ApplicationScoped
class Activation {
  private static final String ADDRESS_TAKEN = "23505";

  private final AgroalDataSource dataSource;
  private final LinkTokens tokens;
  private final Registrations registrations;
  private final IdentityProvider identity;
  private final Clock clock;

  Activation(
      AgroalDataSource dataSource,
      LinkTokens tokens,
      Registrations registrations,
      IdentityProvider identity,
      Clock clock) {
    this.dataSource = dataSource;
    this.tokens = tokens;
    this.registrations = registrations;
    this.identity = identity;
    this.clock = clock;
  }

  /** Activates for the owner of the mailbox. */
  void activate(String token, Optional<UUID> registrationId, Optional<String> password)
      throws SQLException {
    decide(
        Purpose.ACTIVATE,
        token,
        (tx, pending) -> {
          boolean byRegistrant = registrationId.equals(Optional.of(pending.application().id()));
          if (password.isEmpty() && !byRegistrant) {
            throw Problem.unprocessable(
                "password-needed",
                "password",
                "This is not the client that registered: set a password.");
          }
          password.ifPresent(set -> identity.setPassword(pending.subject(), set));
          Instant now = clock.instant();
          Instant passwordSetAt = password.isPresent() ? now : Instant.EPOCH;
          registrations.activate(tx, pending, pending.activated(byRegistrant, passwordSetAt, now));
          identity.enable(pending.subject(), true);
        });
  }

  /** The parent says yes. */
  void confirmChild(String token) throws SQLException {
    decide(
        Purpose.CONFIRM_CHILD,
        token,
        (tx, pending) -> {
          registrations.activate(tx, pending, pending.confirmed());
          identity.enable(pending.subject(), false);
        });
  }

  /** The parent says no: nothing of the child remains. */
  void refuseChild(String token) throws SQLException {
    decide(
        Purpose.CONFIRM_CHILD,
        token,
        (tx, pending) -> {
          identity.remove(pending.subject());
          registrations.refuse(tx, pending);
        });
  }

  /** The child's address that a parent is asked about; uses nothing up. */
  String childOf(String token) throws SQLException {
    return Transactions.in(
        dataSource, tx -> pending(tx, Purpose.CONFIRM_CHILD, token).application().email());
  }

  private interface Decision {
    void take(Connection tx, Pending pending) throws SQLException;
  }

  private void decide(Purpose purpose, String token, Decision decision) throws SQLException {
    try {
      Transactions.in(
          dataSource,
          tx -> {
            takeTurn(tx, purpose, token);
            Pending pending = pending(tx, purpose, token);
            tokens.use(tx, token);
            decision.take(tx, pending);
            return true;
          });
    } catch (SQLException e) {
      // Somebody has the address by now: this link leads nowhere any more.
      if (ADDRESS_TAKEN.equals(e.getSQLState())) {
        throw LinkTokens.gone();
      }
      throw e;
    }
  }

  /** A registration of the same address would take Keycloak's user away meanwhile. */
  private void takeTurn(Connection tx, Purpose purpose, String token) throws SQLException {
    UUID id = tokens.owner(tx, purpose, token).registrationId().orElseThrow(LinkTokens::gone);
    AddressTurns.take(tx, registrations.emailOf(tx, id).orElseThrow(LinkTokens::gone));
  }

  private Pending pending(Connection tx, Purpose purpose, String token) throws SQLException {
    UUID id = tokens.lock(tx, purpose, token).registrationId().orElseThrow(LinkTokens::gone);
    return registrations.lockPending(tx, id).orElseThrow(LinkTokens::gone);
  }
}
