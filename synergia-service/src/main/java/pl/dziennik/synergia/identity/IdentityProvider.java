package pl.dziennik.synergia.identity;

import java.util.UUID;
import pl.dziennik.synergia.access.AccountKind;

/**
 * Keeps logins and passwords; nobody else does. Calls may be slow and may fail: never in a
 * transaction.
 */
public interface IdentityProvider {

  /**
   * Makes the user, without a usable password, or finds the one made before for this account.
   *
   * @return its subject
   * @throws pl.dziennik.support.keycloak.IdentityUnavailable when it cannot be reached
   */
  String provision(NewUser user);

  /** Sets a password that must be changed at the next login, and ends all sessions. */
  void setOneTimePassword(String subject, String password);

  /** Sets a password that stays; for logins that nobody's slip is printed for. */
  void setPassword(String subject, String password);

  /** A user to be made; {@code login} is the username. */
  record NewUser(UUID accountId, UUID schoolId, String login, AccountKind kind) {}
}
