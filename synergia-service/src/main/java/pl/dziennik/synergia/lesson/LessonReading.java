package pl.dziennik.synergia.lesson;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.synergia.attendance.Marks;
import pl.dziennik.synergia.teaching.Insight;

/** Reads lessons held: a teacher's own, any for those who read the whole school. */
@ApplicationScoped
@Transactional
class LessonReading {
  private final Lessons lessons;
  private final Marks marks;
  private final Insight insight;

  LessonReading(Lessons lessons, Marks marks, Insight insight) {
    this.lessons = lessons;
    this.marks = marks;
    this.insight = insight;
  }

  record WithMarks(Lessons.Lesson lesson, List<Marks.Noted> marks) {}

  List<Lessons.Lesson> own(LocalDate day) {
    return lessons.ofTeacher(insight.personId(), day);
  }

  WithMarks one(UUID id) {
    Lessons.Lesson lesson =
        lessons
            .find(id)
            .filter(l -> l.teacherId().equals(insight.personId()) || insight.readsWholeSchool())
            .orElseThrow(Problem::notFound);
    return new WithMarks(lesson, marks.ofLesson(id));
  }
}
