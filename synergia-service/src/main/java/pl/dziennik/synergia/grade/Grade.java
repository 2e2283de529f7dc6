package pl.dziennik.synergia.grade;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import pl.dziennik.synergia.teaching.Term;

/**
 * A grade as it stands.
 *
 * @param correctedFrom the symbol before the last correction, empty when never corrected
 */
record Grade(
    UUID id,
    UUID pupilId,
    UUID classId,
    UUID subjectId,
    UUID teacherId,
    UUID categoryId,
    Term term,
    State state,
    GradeKind kind,
    LocalDate date,
    String correctedFrom,
    int revision,
    Instant since) {

  /** What a correction may change. */
  record State(String value, int weight, boolean counted, String comment) {}

  /** The grade after a correction, visible since then. */
  Grade corrected(UUID category, State next, Instant at) {
    boolean otherValue = !next.value().equals(state.value());
    return new Grade(
        id,
        pupilId,
        classId,
        subjectId,
        teacherId,
        category,
        term,
        next,
        kind,
        date,
        otherValue ? state.value() : correctedFrom,
        revision + 1,
        at);
  }
}
