package pl.dziennik.events;

import java.util.UUID;

/** A discrete fact, keyed by the account it is about: order holds per account. */
public sealed interface Fact
    permits AccountState, EntitlementState, LinkState, PupilHasNews, CopyErased {

  /** Consumer account, the {@code sub} of its tokens. */
  UUID accountId();
}
