package pl.dziennik.synergia.grade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import pl.dziennik.events.document.Category;
import pl.dziennik.support.id.Ids;
import pl.dziennik.synergia.teaching.SchoolDay;
import pl.dziennik.synergia.teaching.Stamps;
import pl.dziennik.synergia.teaching.Teaching;
import pl.dziennik.synergia.teaching.Term;

/** A teacher enters a grade; the family's document is raised in the same transaction. */
@ApplicationScoped
class GradePosting {
  private static final Logger LOG = Logger.getLogger(GradePosting.class);

  private final Teaching teaching;
  private final GradeCategories categories;
  private final Grades grades;
  private final Stamps stamps;
  private final Ids ids;
  private final Clock clock;

  GradePosting(
      Teaching teaching,
      GradeCategories categories,
      Grades grades,
      Stamps stamps,
      Ids ids,
      Clock clock) {
    this.teaching = teaching;
    this.categories = categories;
    this.grades = grades;
    this.stamps = stamps;
    this.ids = ids;
    this.clock = clock;
  }

  /** The grade entered, or why not. */
  sealed interface Outcome {
    record Posted(Grade grade) implements Outcome {}

    record Refused(GradeRefused why) implements Outcome {}
  }

  @Transactional
  Outcome post(PostGrade command) {
    LocalDate day = command.date().orElseGet(() -> SchoolDay.today(clock));
    Optional<GradeRefused> refused = refusal(command, day);
    if (refused.isPresent()) {
      return new Outcome.Refused(refused.get());
    }
    Optional<Term> term = teaching.yearOf(command.classId()).flatMap(y -> y.termOf(day));
    if (term.isEmpty()) {
      return new Outcome.Refused(new GradeRefused.DateOutsideSchoolYear());
    }
    GradeCategory category = categories.find(command.categoryId()).orElseThrow();
    Instant since =
        stamps.raise(
            List.of(stamps.ofPupil(command.pupilId(), Category.GRADES, term.get().period())));
    Grade grade = grade(command, category, term.get(), day, since);
    grades.add(grade);
    LOG.infof(
        "grade=%s posted class=%s subject=%s", grade.id(), grade.classId(), grade.subjectId());
    return new Outcome.Posted(grade);
  }

  private Optional<GradeRefused> refusal(PostGrade command, LocalDate day) {
    UUID teacher = command.teacher();
    if (!teaching.teaches(teacher, command.classId(), command.subjectId())) {
      return Optional.of(new GradeRefused.NotYourClass());
    }
    if (!teaching.isInClass(command.pupilId(), command.classId())) {
      return Optional.of(new GradeRefused.PupilNotInClass());
    }
    if (categories.find(command.categoryId()).filter(c -> c.isFor(teacher)).isEmpty()) {
      return Optional.of(new GradeRefused.UnknownCategory());
    }
    if (GradeValue.of(command.value(), command.kind()).isEmpty()) {
      return Optional.of(new GradeRefused.InvalidValue(command.kind()));
    }
    return day.isAfter(SchoolDay.today(clock))
        ? Optional.of(new GradeRefused.DateInFuture())
        : Optional.empty();
  }

  private Grade grade(
      PostGrade command, GradeCategory category, Term term, LocalDate day, Instant since) {
    int weight = command.kind().isAveraged() ? command.weight().orElse(category.weight()) : 0;
    return new Grade(
        ids.next(),
        command.pupilId(),
        command.classId(),
        command.subjectId(),
        command.teacher(),
        category.id(),
        term,
        new Grade.State(
            command.value(), weight, category.counted() && weight > 0, command.comment()),
        command.kind(),
        day,
        "",
        1,
        since);
  }
}
