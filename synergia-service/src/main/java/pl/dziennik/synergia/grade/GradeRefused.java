package pl.dziennik.synergia.grade;

import pl.dziennik.support.problem.Problem;

/** Why a grade was not taken. */
sealed interface GradeRefused {

  /** The caller does not teach this subject to this class: for them neither exists. */
  record NotYourClass() implements GradeRefused {}

  record PupilNotInClass() implements GradeRefused {}

  record UnknownCategory() implements GradeRefused {}

  record InvalidValue(GradeKind kind) implements GradeRefused {}

  record DateOutsideSchoolYear() implements GradeRefused {}

  record DateInFuture() implements GradeRefused {}

  /** Stale: somebody has changed the grade since it was read. */
  record Stale() implements GradeRefused {}

  /** How the edge says it. */
  static Problem problem(GradeRefused refused) {
    return switch (refused) {
      case NotYourClass _ -> Problem.notFound();
      case PupilNotInClass _ ->
          Problem.unprocessable("pupil-not-in-class", "pupilId", "The pupil is not in this class.");
      case UnknownCategory _ ->
          Problem.unprocessable("unknown-category", "categoryId", "There is no such category.");
      case InvalidValue invalid ->
          Problem.unprocessable(
              "invalid-grade-value", "value", "Not a symbol of a " + invalid.kind() + " grade.");
      case DateOutsideSchoolYear _ ->
          Problem.unprocessable(
              "date-outside-school-year", "date", "Not a day of the class's school year.");
      case DateInFuture _ ->
          Problem.unprocessable("date-in-future", "date", "A grade is not of tomorrow.");
      case Stale _ -> Problem.preconditionFailed();
    };
  }
}
