package pl.dziennik.linking.sync;

/** Why a link ended; kept with the consent's evidence. */
public enum EndReason {
  /** The account holder withdrew the consent. */
  CONSENT_WITHDRAWN,
  ACCOUNT_DELETED,
  /**
   * The mailbox of an address that nobody had verified took the account over: the evidence stays,
   * and is not shown to whom it is not about.
   */
  HOLDER_CHANGED,
  /** Synergia has the grant as ended. */
  ENDED_AT_SCHOOL,
  /** After a restore: another, younger link of the account has taken its place. */
  SUPERSEDED,
  /** The person left before the link was active. */
  CANCELLED_BY_HOLDER,
  /** The login at the school did not succeed. */
  LOGIN_FAILED,
  /** This school account is linked already. */
  ALREADY_LINKED,
  GUARDIAN_REFUSED,
  NOT_DECIDED_IN_TIME
}
