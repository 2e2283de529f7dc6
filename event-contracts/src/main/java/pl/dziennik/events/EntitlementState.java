package pl.dziennik.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The whole list of an account's add-ons; a reader keeps the highest {@code version}.
 *
 * @param entitlements empty when the account has none (any more)
 */
public record EntitlementState(UUID accountId, long version, List<Entitlement> entitlements)
    implements Fact {

  public EntitlementState {
    entitlements = List.copyOf(entitlements);
  }

  /**
   * One add-on for one pupil, valid in {@code [from, until)}; it covers the pupil for every account
   * with an ACTIVE link to them.
   */
  public record Entitlement(
      UUID id, Product product, UUID pupilId, Instant from, Instant until, Source source) {}

  public enum Product {
    MOBILE_ADDONS
  }

  public enum Source {
    TRIAL,
    ORDER,
    OPERATOR
  }
}
