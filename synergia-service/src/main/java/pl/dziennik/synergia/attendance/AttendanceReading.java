package pl.dziennik.synergia.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.synergia.teaching.Insight;
import pl.dziennik.synergia.teaching.Teaching;

/** Reads a pupil's month for those who may see it. */
@ApplicationScoped
@Transactional
class AttendanceReading {
  private final Marks marks;
  private final Teaching teaching;
  private final Insight insight;

  AttendanceReading(Marks marks, Teaching teaching, Insight insight) {
    this.marks = marks;
    this.teaching = teaching;
    this.insight = insight;
  }

  /** All marks for the family, head and administrator; the own lessons' for a teacher. */
  List<Marks.Mark> ofPupil(UUID pupil, YearMonth month) {
    boolean all = insight.readsAllOf(pupil);
    boolean teaches =
        insight.isStaff()
            && teaching.classesOf(List.of(pupil)).stream()
                .anyMatch(c -> teaching.teachesClass(insight.personId(), c));
    if (!all && !teaches) {
      throw Problem.notFound();
    }
    return marks.ofPupil(pupil, month.atDay(1), month.atEndOfMonth()).stream()
        .filter(m -> all || m.teacherId().equals(insight.personId()))
        .toList();
  }
}
