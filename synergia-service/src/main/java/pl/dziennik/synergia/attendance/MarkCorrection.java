package pl.dziennik.synergia.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import pl.dziennik.events.document.Category;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.synergia.audit.AuditTrail;
import pl.dziennik.synergia.revision.IfMatch;
import pl.dziennik.synergia.teaching.Insight;
import pl.dziennik.synergia.teaching.Stamps;
import pl.dziennik.synergia.teaching.Teaching;

/** The teacher of the lesson changes a mark; both codes and the author go into the audit. */
@ApplicationScoped
class MarkCorrection {
  private final Marks marks;
  private final Teaching teaching;
  private final Insight insight;
  private final Stamps stamps;
  private final AuditTrail audit;

  MarkCorrection(Marks marks, Teaching teaching, Insight insight, Stamps stamps, AuditTrail audit) {
    this.marks = marks;
    this.teaching = teaching;
    this.insight = insight;
    this.stamps = stamps;
    this.audit = audit;
  }

  /** The mark as it stands now. */
  record Corrected(UUID id, AttendanceCode code, int revision, Instant since) {}

  /**
   * @throws Problem 404 for another's lesson, 412 for a stale tag
   */
  @Transactional
  Corrected correct(UUID id, String ifMatch, AttendanceCode code) {
    Marks.Mark before =
        marks
            .find(id)
            .filter(m -> teaching.teaches(insight.personId(), m.classId(), m.subjectId()))
            .orElseThrow(Problem::notFound);
    IfMatch.check(ifMatch, before.revision());
    Instant since =
        stamps.raise(
            List.of(
                stamps.ofPupil(
                    before.pupilId(),
                    Category.ATTENDANCE,
                    YearMonth.from(before.date()).toString())));
    if (!marks.replace(before, code, since)) {
      throw Problem.preconditionFailed();
    }
    audit.record(
        "attendance-corrected",
        "attendance-mark",
        id.toString(),
        before.code().symbol(),
        code.symbol());
    return new Corrected(id, code, before.revision() + 1, since);
  }
}
