package pl.dziennik.synergia.teaching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import pl.dziennik.support.problem.Problem;

/** The list of a class for those who teach it, and for head and administrator. */
@ApplicationScoped
@Transactional
class ClassList {
  private final Teaching teaching;
  private final Insight insight;
  private final Clock clock;

  ClassList(Teaching teaching, Insight insight, Clock clock) {
    this.teaching = teaching;
    this.insight = insight;
    this.clock = clock;
  }

  List<Teaching.ClassMember> of(UUID classId) {
    boolean reads =
        teaching.teachesClass(insight.personId(), classId)
            || (insight.readsWholeSchool() && teaching.yearOf(classId).isPresent());
    if (!reads) {
      throw Problem.notFound();
    }
    return teaching.membersOn(classId, SchoolDay.today(clock));
  }
}
