package pl.dziennik.synergia.lesson;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.synergia.attendance.AttendanceCode;
import pl.dziennik.synergia.attendance.Marks;
import pl.dziennik.synergia.teaching.SchoolDay;
import pl.dziennik.synergia.teaching.Stamps;
import pl.dziennik.synergia.teaching.Teaching;

/** The topic, which confirms that the lesson was held, and everybody's mark, in one transaction. */
@ApplicationScoped
class RollCall {
  private static final Logger LOG = Logger.getLogger(RollCall.class);

  private final Teaching teaching;
  private final Lessons lessons;
  private final Marks marks;
  private final Stamps stamps;
  private final Clock clock;

  RollCall(Teaching teaching, Lessons lessons, Marks marks, Stamps stamps, Clock clock) {
    this.teaching = teaching;
    this.lessons = lessons;
    this.marks = marks;
    this.stamps = stamps;
    this.clock = clock;
  }

  /**
   * Whoever is not named is present.
   *
   * @return the lesson's id
   * @throws Problem 404 not your class; 409 recorded before; 422 for a pupil of another class or a
   *     day that is none of the school year's
   */
  @Transactional
  UUID hold(HoldLesson command) {
    if (!teaching.teaches(command.teacher(), command.classId(), command.subjectId())) {
      throw Problem.notFound();
    }
    checkDay(command);
    Map<UUID, AttendanceCode> everybody = everybody(command);
    Instant since = stamps.raise(documents(command));
    UUID lesson = lessons.add(command, since);
    marks.add(lesson, everybody, since);
    LOG.infof("lesson=%s held class=%s pupils=%d", lesson, command.classId(), everybody.size());
    return lesson;
  }

  private void checkDay(HoldLesson command) {
    if (command.date().isAfter(SchoolDay.today(clock))) {
      throw Problem.unprocessable("date-in-future", "date", "This lesson has not been held yet.");
    }
    if (teaching.yearOf(command.classId()).flatMap(y -> y.termOf(command.date())).isEmpty()) {
      throw Problem.unprocessable(
          "date-outside-school-year", "date", "Not a day of the class's school year.");
    }
  }

  private Map<UUID, AttendanceCode> everybody(HoldLesson command) {
    List<Teaching.ClassMember> members = teaching.membersOn(command.classId(), command.date());
    Set<UUID> known =
        members.stream().map(Teaching.ClassMember::pupilId).collect(Collectors.toSet());
    if (!known.containsAll(command.codes().keySet())) {
      throw Problem.unprocessable(
          "pupil-not-in-class", "marks", "A pupil named here is not in this class on that day.");
    }
    Map<UUID, AttendanceCode> out = new LinkedHashMap<>();
    members.forEach(
        m ->
            out.put(
                m.pupilId(), command.codes().getOrDefault(m.pupilId(), AttendanceCode.PRESENT)));
    return out;
  }

  /** Only the documents that will show something new. */
  private Set<DocumentKey> documents(HoldLesson command) {
    String month = YearMonth.from(command.date()).toString();
    Set<DocumentKey> out = new TreeSet<>();
    command
        .codes()
        .forEach(
            (pupil, code) -> {
              if (code.isToldToFamilies()) {
                out.add(stamps.ofPupil(pupil, Category.ATTENDANCE, month));
              }
            });
    return out;
  }
}
