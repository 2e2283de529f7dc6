package pl.dziennik.synergia.grade;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Enter a grade.
 *
 * @param weight empty: the category's
 * @param date empty: today
 */
record PostGrade(
    UUID teacher,
    UUID classId,
    UUID subjectId,
    UUID pupilId,
    UUID categoryId,
    String value,
    GradeKind kind,
    OptionalInt weight,
    String comment,
    Optional<LocalDate> date) {}
