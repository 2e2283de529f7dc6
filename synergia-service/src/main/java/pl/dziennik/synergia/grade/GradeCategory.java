package pl.dziennik.synergia.grade;

import java.util.Optional;
import java.util.UUID;

/**
 * What a grade is for: a test, an oral answer.
 *
 * @param owner the teacher whose own it is; empty for the whole school's
 */
record GradeCategory(
    UUID id, Optional<UUID> owner, String name, int weight, boolean counted, String color) {

  boolean isFor(UUID teacher) {
    return owner.map(teacher::equals).orElse(true);
  }
}
