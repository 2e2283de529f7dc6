package pl.dziennik.account.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps logins and passwords; nobody else does. */
public interface IdentityProvider {

  /** Who has that address as login, enabled or not. */
  Optional<User> find(String email);

  /**
   * Makes a disabled user for a registration.
   *
   * @return its subject
   * @throws pl.dziennik.support.problem.Problem 400 for an address or password that it does not
   *     take
   */
  String create(String email, String password, UUID registrationId);

  /** Lets the user sign in. */
  void enable(String subject, boolean addressVerified);

  /** The user's mailbox has answered: the address is theirs. Enables nobody. */
  void verifyAddress(String subject);

  /** Replaces the password, ends all sessions and removes every other credential. */
  void setPassword(String subject, String password);

  /** Removes the user and ends all sessions; one that is gone already is no failure. */
  void remove(String subject);

  /** Users that are not enabled and were made for a registration. */
  List<Disabled> disabled();

  /**
   * A user as it is now.
   *
   * @param registrationId empty when it was not made by us
   */
  record User(String subject, boolean enabled, Optional<UUID> registrationId) {}

  /** A user made for a registration and not enabled. */
  record Disabled(String subject, UUID registrationId, long createdMillis) {}
}
