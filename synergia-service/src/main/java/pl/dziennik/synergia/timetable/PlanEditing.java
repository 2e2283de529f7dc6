package pl.dziennik.synergia.timetable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import pl.dziennik.support.id.Ids;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.synergia.audit.AuditTrail;
import pl.dziennik.synergia.revision.IfMatch;
import pl.dziennik.synergia.teaching.SchoolWeek;
import pl.dziennik.synergia.teaching.Stamps;
import pl.dziennik.synergia.teaching.Teaching;
import pl.dziennik.synergia.teaching.Term;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/** The administrator edits the plan; the documents of every week that it touches are raised. */
@ApplicationScoped
@Transactional
class PlanEditing {
  private final Plans plans;
  private final Teaching teaching;
  private final Stamps stamps;
  private final CurrentSchool school;
  private final AuditTrail audit;
  private final Ids ids;

  PlanEditing(
      Plans plans,
      Teaching teaching,
      Stamps stamps,
      CurrentSchool school,
      AuditTrail audit,
      Ids ids) {
    this.plans = plans;
    this.teaching = teaching;
    this.stamps = stamps;
    this.school = school;
    this.audit = audit;
    this.ids = ids;
  }

  UUID add(Plans.NewEntry entry) {
    if (!teaching.teaches(entry.teacherId(), entry.classId(), entry.subjectId())) {
      throw Problem.unprocessable(
          "unknown-assignment", "teacherId", "This teacher does not teach that to the class.");
    }
    Term.Year year = teaching.yearOf(entry.classId()).orElseThrow(Problem::notFound);
    if (entry.validFrom().isAfter(entry.validUntil())
        || year.termOf(entry.validFrom()).isEmpty()
        || year.termOf(entry.validUntil()).isEmpty()) {
      throw Problem.unprocessable(
          "date-outside-school-year", "validFrom", "The days lie in the class's school year.");
    }
    plans.lock();
    if (plans.clashes(entry)) {
      throw Problem.of(409, "slot-taken", "The class or the teacher has another lesson then.")
          .field("number", "taken");
    }
    plans.ringUsualBells();
    Instant since =
        stamps.raise(
            SchoolWeek.documents(
                school.id(), entry.classId(), entry.validFrom(), entry.validUntil()));
    UUID id = ids.next();
    plans.add(id, entry, since);
    audit.record("timetable-entry-added", "timetable-plan", id.toString());
    return id;
  }

  void remove(UUID id, String ifMatch) {
    Plans.Entry entry = plans.find(id).orElseThrow(Problem::notFound);
    IfMatch.check(ifMatch, entry.revision());
    stamps.raise(
        SchoolWeek.documents(school.id(), entry.classId(), entry.validFrom(), entry.validUntil()));
    if (!plans.remove(id, entry.revision())) {
      throw Problem.preconditionFailed();
    }
    audit.record("timetable-entry-removed", "timetable-plan", id.toString());
  }

  List<Plans.Entry> ofClass(UUID classId) {
    if (teaching.yearOf(classId).isEmpty()) {
      throw Problem.notFound();
    }
    return plans.ofClass(classId);
  }
}
