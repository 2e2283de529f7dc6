package pl.dziennik.linking.family;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.support.paging.Cursors;

/** A place in a timeline; the next page has what comes after it, older entries. */
record TimelinePosition(String since, UUID itemId, long revision, String audience) {
  private static final UUID LAST_ID = new UUID(-1, -1);

  /** Before the newest. */
  static final TimelinePosition TOP = new TimelinePosition("infinity", LAST_ID, Long.MAX_VALUE, "");

  static TimelinePosition of(Instant since, UUID itemId, long revision, String audience) {
    return new TimelinePosition(since.toString(), itemId, revision, audience);
  }

  /**
   * Reads a cursor.
   *
   * @throws pl.dziennik.support.problem.Problem 400 {@code invalid-cursor}
   */
  static TimelinePosition of(Cursors cursors, String query, Optional<String> cursor) {
    return cursor
        .map(c -> cursors.verify(query, c).split("\\|", -1))
        .map(p -> new TimelinePosition(p[0], UUID.fromString(p[1]), Long.parseLong(p[2]), p[3]))
        .orElse(TOP);
  }

  String text() {
    return since + '|' + itemId + '|' + revision + '|' + audience;
  }
}
