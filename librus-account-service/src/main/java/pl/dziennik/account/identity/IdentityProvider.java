package pl.dziennik.account.identity;

import java.util.List;
import java.util.UUID;

/** Keeps logins and passwords; nobody else does. */
public interface IdentityProvider {

  /**
   * Makes a disabled user for a registration; a disabled one of an older registration of the same
   * address is replaced.
   *
   * @return its subject
   * @throws AddressTaken when an enabled user has that address
   */
  String register(String email, String password, UUID registrationId);

  void enable(String subject);

  /** Replaces the password and ends all sessions. */
  void setPassword(String subject, String password);

  /** Removes the user and ends all sessions; one that is gone already is no failure. */
  void remove(String subject);

  /** Users that were never enabled: subject and the registration they were made for. */
  List<Disabled> disabled();

  /** A user made for a registration and never enabled. */
  record Disabled(String subject, UUID registrationId, long createdMillis) {}

  /** An enabled user has this address. */
  final class AddressTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
