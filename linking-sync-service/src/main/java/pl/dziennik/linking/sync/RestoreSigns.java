package pl.dziennik.linking.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.events.document.Generation;
import pl.dziennik.events.document.Scope;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/**
 * Sync rule 16: whoever knows less than the other has heard from it was restored and nobody said
 * so. Versions and generations only rise, so what was read here before Synergia's lists cannot be
 * ahead of them, and what was read here after them cannot be behind.
 */
final class RestoreSigns {
  private RestoreSigns() {}

  /**
   * This side before Synergia is asked.
   *
   * @param mark a generation drawn then
   * @param knownEpoch that the school last named
   */
  record Look(Instant at, Generation mark, long knownEpoch, Map<DocumentKey, CopyLists.Held> held) {

    static Look take(Connection tx, UUID school) throws SQLException {
      Instant now =
          Statements.list(tx, "select clock_timestamp()", (Row r) -> r.instant(1)).getFirst();
      return new Look(
          now,
          Generations.next(tx),
          SchoolEpochs.known(tx, school),
          CopyLists.documents(tx, school));
    }
  }

  /** True when the school has forgotten an epoch or a version that we hold. */
  static boolean ofSchool(Look look, long epoch, List<SchoolRegisters.DocumentState> documents) {
    return epoch < look.knownEpoch
        || documents.stream()
            .anyMatch(
                d -> {
                  CopyLists.Held held = look.held.get(d.key());
                  return held != null && held.epoch() == epoch && held.version() > d.version();
                });
  }

  /** True when the school renders this scope and has forgotten a document of it. */
  static boolean ofSchool(
      DocumentKey key,
      CopyLists.Difference difference,
      long epoch,
      List<SchoolRegisters.ScopeState> scopes) {
    return difference.theirs().isEmpty()
        && difference.ours().filter(h -> h.epoch() == epoch && h.version() > 0).isPresent()
        && scopes.stream().anyMatch(s -> s.live() && s.scope().equals(key.scope()));
  }

  /**
   * The greatest epoch of ours that Synergia has heard, if it has heard a generation that this
   * database has not given out.
   */
  static OptionalLong ofCopy(Connection tx, UUID school, List<SchoolRegisters.ScopeState> theirs)
      throws SQLException {
    Generation next = Generations.next(tx);
    Map<Scope, Generation> ours = CopyLists.generations(tx, school);
    boolean isBehind =
        theirs.stream()
            .anyMatch(
                s ->
                    s.generation().compareTo(next) > 0
                        || s.generation().compareTo(ours.getOrDefault(s.scope(), s.generation()))
                            > 0);
    return isBehind
        ? theirs.stream().mapToLong(s -> s.generation().epoch()).max()
        : OptionalLong.empty();
  }
}
