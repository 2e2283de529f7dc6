package pl.dziennik.account.addon;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.events.EntitlementState.Product;
import pl.dziennik.events.EntitlementState.Source;

/** An addon as the trial gives it. */
final class SomeAddon {
  private SomeAddon() {}

  static Addon trial(UUID pupil, Instant from) {
    return new Addon(
        UUID.randomUUID(),
        Product.MOBILE_ADDONS,
        Optional.of(pupil),
        from,
        from.plus(TrialStarting.LENGTH),
        Source.TRIAL);
  }
}
