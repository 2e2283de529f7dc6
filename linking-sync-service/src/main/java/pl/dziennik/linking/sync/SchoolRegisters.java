package pl.dziennik.linking.sync;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.events.document.Generation;
import pl.dziennik.events.document.Scope;

/** Synergia's registers and lists as linking-sync calls them. */
public interface SchoolRegisters {

  /** What Synergia says to LIVE. */
  sealed interface Answer {
    record Taken() implements Answer {}

    /** The school is in another epoch; confirm in that one. */
    record EpochDiffers(long epoch) implements Answer {}

    /** Synergia has this link as ended, for good. */
    record Ended() implements Answer {}

    /** Synergia does not know the ticket: an alarm, nothing to repeat. */
    record TicketRefused() implements Answer {}
  }

  Answer live(UUID school, UUID link, long epoch, String ticket) throws IOException;

  void ended(UUID school, UUID link, String ticket) throws IOException;

  void need(Scope scope, Generation generation, List<String> heldPeriods) throws IOException;

  /**
   * A grant as Synergia has it.
   *
   * @param accountId of the school account that signed in
   */
  record Grant(
      UUID linkId,
      boolean live,
      long confirmedEpoch,
      Optional<UUID> accountId,
      Optional<UUID> consumerAccountId,
      Optional<Instant> issuedAt) {}

  record GrantList(long epoch, List<Grant> grants) {}

  /** {@code live}: a grant covers it, so that its documents are in the list. */
  record ScopeState(Scope scope, Generation generation, boolean live) {}

  /** {@code onTheWay}: dirty or due, so that a difference is none yet. */
  record DocumentState(DocumentKey key, long version, String hash, boolean onTheWay) {}

  GrantList grants(UUID school) throws IOException;

  List<ScopeState> scopes(UUID school) throws IOException;

  List<DocumentState> documents(UUID school) throws IOException;

  /** The schools with a living grant, whether or not we know a link there. */
  List<UUID> schoolsWithGrants() throws IOException;

  /**
   * Sync rule 16: says that Synergia's database must have been restored, since we hold what it no
   * longer knows. It raises the school's epoch unless that has happened since {@code known}.
   *
   * @param above an epoch that was in use already
   * @return the epoch now
   */
  long restored(UUID school, long known, long above) throws IOException;
}
