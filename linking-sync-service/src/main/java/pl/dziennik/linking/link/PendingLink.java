package pl.dziennik.linking.link;

import java.time.Instant;
import java.util.UUID;

/**
 * A link that nobody has decided yet, its row locked.
 *
 * @param expiresAt after it the link waits no longer, even if the job has not yet said so
 */
public record PendingLink(UUID id, UUID accountId, LinkStatus status, Instant expiresAt) {
  public boolean isExpired(Instant now) {
    return !expiresAt.isAfter(now);
  }
}
