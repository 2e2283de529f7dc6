package pl.dziennik.events;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * The whole state of a consumer account; emitted at activation, at each change and at deletion. A
 * reader keeps the highest {@code version}; DELETED is final.
 *
 * @param email login and mail address; empty once DELETED
 * @param language of texts for this person: {@code pl}, {@code en} or {@code uk}
 * @param guardianEmail whom to ask when the holder is under 16; empty when none was given, and once
 *     DELETED
 * @param credentialsChangedAt when the holder last set a password through the mailbox: whatever
 *     somebody signed in registered before that, e.g. a device, is no longer theirs; the epoch when
 *     that never was
 * @param addressVerifiedAt when the mailbox of {@code email} first answered; the epoch while only a
 *     parent vouches for the account. Links of before were somebody else's wish, and no news goes
 *     to an address that nobody has proved to own
 */
public record AccountState(
    UUID accountId,
    long version,
    Status status,
    String email,
    String language,
    AgeBracket ageBracket,
    String guardianEmail,
    Instant credentialsChangedAt,
    Instant addressVerifiedAt)
    implements Fact {

  /** States of an earlier version do not say it. */
  public AccountState {
    credentialsChangedAt = Objects.requireNonNullElse(credentialsChangedAt, Instant.EPOCH);
    addressVerifiedAt = Objects.requireNonNullElse(addressVerifiedAt, Instant.EPOCH);
  }

  public enum Status {
    ENABLED,
    DELETED
  }

  /** The three answers to "how old are you" at registration. */
  public enum AgeBracket {
    SIXTEEN_OR_OVER,
    THIRTEEN_TO_FIFTEEN,
    UNDER_THIRTEEN
  }
}
