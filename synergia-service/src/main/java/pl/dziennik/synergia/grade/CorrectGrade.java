package pl.dziennik.synergia.grade;

import java.util.Optional;
import java.util.UUID;

/**
 * Change a grade; what is empty stays.
 *
 * @param ifMatch the entity tag that the teacher has read
 */
record CorrectGrade(
    UUID gradeId,
    UUID teacher,
    String ifMatch,
    Optional<String> value,
    Optional<UUID> categoryId,
    Optional<Integer> weight,
    Optional<String> comment) {}
