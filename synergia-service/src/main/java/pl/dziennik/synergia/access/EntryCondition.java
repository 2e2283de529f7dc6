package pl.dziennik.synergia.access;

import java.util.UUID;

/** What must be true before an account may do anything but meet that condition. */
public interface EntryCondition {

  /** Asked inside the transaction that looks the account up. */
  boolean isMetBy(UUID accountId);
}
