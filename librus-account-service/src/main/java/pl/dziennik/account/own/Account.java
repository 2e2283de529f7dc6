package pl.dziennik.account.own;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.account.language.Language;
import pl.dziennik.events.AccountState;
import pl.dziennik.events.AccountState.AgeBracket;
import pl.dziennik.events.AccountState.Status;

/**
 * A consumer's account as it is now.
 *
 * @param id the {@code sub} of its tokens
 * @param termsLanguage in which the terms were accepted, whatever the account speaks now
 * @param version of its state: its entity tag, and what readers of the fact compare
 * @param addressVerifiedAt when the address's own mailbox first answered; the epoch while only a
 *     parent has confirmed the account: somebody else may have typed this address
 * @param credentialsChangedAt when the holder last set a password through the mailbox; the epoch
 *     when that never was
 */
public record Account(
    UUID id,
    String email,
    String language,
    AgeBracket ageBracket,
    Optional<String> guardianEmail,
    String termsVersion,
    Language termsLanguage,
    long version,
    Instant addressVerifiedAt,
    Instant credentialsChangedAt) {

  public boolean addressVerified() {
    return addressVerifiedAt.isAfter(Instant.EPOCH);
  }

  Account in(String otherLanguage) {
    return with(otherLanguage, guardianEmail, version);
  }

  Account withGuardian(String address) {
    return with(language, Optional.of(address), version);
  }

  Account next() {
    return with(language, guardianEmail, version + 1);
  }

  /**
   * The account once its mailbox has set a new password. Where the address was never verified,
   * somebody else may have named the parent: that name goes.
   */
  public Account recovered(Instant at) {
    return new Account(
        id,
        email,
        language,
        ageBracket,
        guardianEmail.filter(_ -> addressVerified()),
        termsVersion,
        termsLanguage,
        version,
        addressVerified() ? addressVerifiedAt : at,
        at);
  }

  private Account with(String language, Optional<String> guardianEmail, long version) {
    return new Account(
        id,
        email,
        language,
        ageBracket,
        guardianEmail,
        termsVersion,
        termsLanguage,
        version,
        addressVerifiedAt,
        credentialsChangedAt);
  }

  /** What the other services are told. */
  AccountState state() {
    return new AccountState(
        id,
        version,
        Status.ENABLED,
        email,
        language,
        ageBracket,
        guardianEmail.orElse(""),
        credentialsChangedAt,
        addressVerifiedAt);
  }

  /** The last thing that they are told: nothing of the person. */
  public AccountState deleted() {
    return new AccountState(
        id,
        version + 1,
        Status.DELETED,
        "",
        language,
        ageBracket,
        "",
        credentialsChangedAt,
        addressVerifiedAt);
  }
}
