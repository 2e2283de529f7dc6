package pl.dziennik.account.addon;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import pl.dziennik.events.EntitlementState;
import pl.dziennik.events.EntitlementState.Product;
import pl.dziennik.events.EntitlementState.Source;

/**
 * One entitlement of an account, valid in {@code [from, until)}.
 *
 * @param pupilId empty while no account of ours has a link to the pupil
 */
public record Addon(
    UUID id, Product product, Optional<UUID> pupilId, Instant from, Instant until, Source source) {

  /** As the other services are told; nothing while it covers nobody whom they know. */
  Stream<EntitlementState.Entitlement> fact() {
    return pupilId.stream()
        .map(p -> new EntitlementState.Entitlement(id, product, p, from, until, source));
  }
}
