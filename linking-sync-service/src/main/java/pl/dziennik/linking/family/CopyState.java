package pl.dziennik.linking.family;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether a scope without documents is empty or still on its way. Synergia publishes no document
 * where nothing was ever written, so the absence of one says nothing by itself.
 */
@ApplicationScoped
class CopyState {
  /**
   * For {@code s} (link_scopes) and {@code c} (scopes), one value ({@link #youngSince}): nothing
   * has come, and the asking is young or has not reached Synergia, or not even the pupil's profile,
   * which every pupil has, has come back.
   */
  static final String AWAITED =
      """
      case
        when exists (select 1 from documents x where x.school_id = s.school_id
          and x.audience = s.audience and x.category = s.category) then false
        when c.baseline_at > cast(? as timestamptz) then true
        when not exists (select 1 from documents y where y.school_id = s.school_id
          and y.audience = 'PUPIL:' || s.pupil_id and y.category = 'PROFILE') then true
        else exists (select 1 from register_outbox o where o.kind = 'NEED'
          and o.school_id = s.school_id and o.audience = s.audience and o.category = s.category)
      end
      """;

  private final Clock clock;
  private final Duration firstDownload;

  CopyState(
      Clock clock,
      @ConfigProperty(name = "dziennik.family.first-download") Duration firstDownload) {
    this.clock = clock;
    this.firstDownload = firstDownload;
  }

  /** A scope that began later may have its documents on the way. */
  Instant youngSince() {
    return clock.instant().minus(firstDownload);
  }
}
