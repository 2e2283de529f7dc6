package pl.dziennik.events;

import java.time.Instant;
import java.util.UUID;

/** The answer of notification-service to an ended link: its copy for that link is gone. */
public record CopyErased(UUID accountId, UUID linkId, Instant erasedAt) implements Fact {}
