package pl.dziennik.events;

import java.util.List;
import java.util.UUID;

/**
 * State of one link, LIVE &lt; ENDED; ENDED is final and carries no pupils. Emitted when a link
 * becomes active, when its pupils change (higher {@code version}) and when it ends.
 */
public record LinkState(
    UUID accountId, UUID linkId, long version, Status status, List<LinkedPupil> pupils)
    implements Fact {

  public LinkState {
    pupils = List.copyOf(pupils);
  }

  public enum Status {
    LIVE,
    ENDED
  }

  /** A pupil covered by the link: first name only, it is all that a notification may show. */
  public record LinkedPupil(UUID pupilId, String firstName) {}
}
