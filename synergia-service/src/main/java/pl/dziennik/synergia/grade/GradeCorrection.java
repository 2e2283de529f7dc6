package pl.dziennik.synergia.grade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.events.document.Category;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.synergia.audit.AuditTrail;
import pl.dziennik.synergia.revision.IfMatch;
import pl.dziennik.synergia.teaching.Stamps;
import pl.dziennik.synergia.teaching.Teaching;

/** Changes or withdraws a grade; both states and the author go into the audit. */
@ApplicationScoped
class GradeCorrection {
  private final Teaching teaching;
  private final GradeCategories categories;
  private final Grades grades;
  private final Stamps stamps;
  private final AuditTrail audit;

  GradeCorrection(
      Teaching teaching,
      GradeCategories categories,
      Grades grades,
      Stamps stamps,
      AuditTrail audit) {
    this.teaching = teaching;
    this.categories = categories;
    this.grades = grades;
    this.stamps = stamps;
    this.audit = audit;
  }

  /**
   * Refusals are thrown, so that the version that was raised first goes back with the rest.
   *
   * @throws Problem as {@link GradeRefused} says it
   */
  @Transactional
  Grade correct(CorrectGrade command) {
    Grade before = own(command.gradeId(), command.teacher());
    IfMatch.check(command.ifMatch(), before.revision());
    UUID category = command.categoryId().orElse(before.categoryId());
    Grade.State next = next(command, before, category);
    Grade after = before.corrected(category, next, raise(before));
    if (!grades.replace(after, command.teacher())) {
      throw GradeRefused.problem(new GradeRefused.Stale());
    }
    audit.record("grade-corrected", "grade", id(before), text(before), text(after));
    return after;
  }

  /**
   * A grade entered by mistake; families no longer see it, its history stays.
   *
   * @throws Problem as {@link GradeRefused} says it
   */
  @Transactional
  void withdraw(UUID gradeId, UUID teacher, String ifMatch) {
    Grade grade = own(gradeId, teacher);
    IfMatch.check(ifMatch, grade.revision());
    if (!grades.withdraw(grade, teacher, raise(grade))) {
      throw GradeRefused.problem(new GradeRefused.Stale());
    }
    audit.record("grade-withdrawn", "grade", id(grade), text(grade), "");
  }

  private Grade own(UUID gradeId, UUID teacher) {
    return grades
        .find(gradeId)
        .filter(g -> teaching.teaches(teacher, g.classId(), g.subjectId()))
        .orElseThrow(Problem::notFound);
  }

  private Grade.State next(CorrectGrade command, Grade before, UUID categoryId) {
    Optional<GradeCategory> category =
        categories
            .find(categoryId)
            .filter(c -> c.isFor(command.teacher()) || categoryId.equals(before.categoryId()));
    if (category.isEmpty()) {
      throw GradeRefused.problem(new GradeRefused.UnknownCategory());
    }
    String value = command.value().orElse(before.state().value());
    if (GradeValue.of(value, before.kind()).isEmpty()) {
      throw GradeRefused.problem(new GradeRefused.InvalidValue(before.kind()));
    }
    boolean otherCategory = !categoryId.equals(before.categoryId());
    int usual = otherCategory ? category.get().weight() : before.state().weight();
    int weight = before.kind().isAveraged() ? command.weight().orElse(usual) : 0;
    return new Grade.State(
        value,
        weight,
        category.get().counted() && weight > 0,
        command.comment().orElse(before.state().comment()));
  }

  private Instant raise(Grade g) {
    return stamps.raise(List.of(stamps.ofPupil(g.pupilId(), Category.GRADES, g.term().period())));
  }

  private static String id(Grade g) {
    return g.id().toString();
  }

  private static String text(Grade g) {
    return "value=%s weight=%d category=%s comment=%s"
        .formatted(g.state().value(), g.state().weight(), g.categoryId(), g.state().comment());
  }
}
