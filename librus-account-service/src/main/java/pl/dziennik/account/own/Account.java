package pl.dziennik.account.own;

import java.util.Optional;
import java.util.UUID;
import pl.dziennik.events.AccountState;
import pl.dziennik.events.AccountState.AgeBracket;
import pl.dziennik.events.AccountState.Status;

/**
 * A consumer's account as it is now.
 *
 * @param id the {@code sub} of its tokens
 * @param version of its state: its entity tag, and what readers of the fact compare
 */
public record Account(
    UUID id,
    String email,
    String language,
    AgeBracket ageBracket,
    Optional<String> guardianEmail,
    String termsVersion,
    long version) {

  Account in(String otherLanguage) {
    return new Account(id, email, otherLanguage, ageBracket, guardianEmail, termsVersion, version);
  }

  Account withGuardian(String address) {
    return new Account(
        id, email, language, ageBracket, Optional.of(address), termsVersion, version);
  }

  Account next() {
    return new Account(id, email, language, ageBracket, guardianEmail, termsVersion, version + 1);
  }

  /** What the other services are told. */
  AccountState state() {
    return new AccountState(
        id, version, Status.ENABLED, email, language, ageBracket, guardianEmail.orElse(""));
  }

  /** The last thing that they are told: nothing of the person. */
  public AccountState deleted() {
    return new AccountState(id, version + 1, Status.DELETED, "", language, ageBracket, "");
  }
}
