package pl.dziennik.synergia.sync;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a person at Synergia's login allowed: one link of one consumer account to these pupils.
 * Signed by Synergia and verified by nobody else; serves as long as its link.
 *
 * @param subject of the person's login
 * @param pupils whom the link covers; one added to the account later is not
 */
public record GrantTicket(
    UUID schoolId,
    UUID linkId,
    UUID consumerAccountId,
    UUID accountId,
    String subject,
    List<UUID> pupils,
    Instant issuedAt) {
  public GrantTicket {
    pupils = List.copyOf(pupils);
  }
}
