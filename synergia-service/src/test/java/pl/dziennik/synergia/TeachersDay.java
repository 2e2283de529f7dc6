package pl.dziennik.synergia;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A Friday in a school of two classes: what the teacher of 4a enters, and the plan behind it. */
record TeachersDay(GradebookFixture book) {
  static final String LESSONS = "/synergia/v1/lessons";
  static final String ATTENDANCE = "/synergia/v1/attendance";
  static final String TIMETABLE = "/synergia/v1/timetable";
  static final String PLANS = "/synergia/v1/timetable-plans";

  /** A Friday. */
  static final String DAY = "2026-11-20";

  Map<String, Object> lesson(int number, String code) {
    return Map.of(
        "classId",
        book.a().classId(),
        "subjectId",
        book.maths(),
        "date",
        DAY,
        "number",
        number,
        "topic",
        "Ułamki",
        "marks",
        List.of(Map.of("pupilId", book.a().pupil(), "code", code)));
  }

  Map<String, Object> entry(int weekday, int number) {
    return Map.of(
        "classId",
        book.a().classId(),
        "weekday",
        weekday,
        "number",
        number,
        "subjectId",
        book.maths(),
        "teacherId",
        book.a().teacher(),
        "room",
        "12",
        "validFrom",
        "2026-09-01",
        "validUntil",
        "2027-06-25");
  }

  static Map<String, Object> with(Map<String, Object> body, Object... changes) {
    Map<String, Object> out = new HashMap<>(body);
    for (int i = 0; i < changes.length; i += 2) {
      out.put((String) changes[i], changes[i + 1]);
    }
    return out;
  }

  Response hold(Map<String, Object> body) {
    return book.asTeacher().body(body).post(LESSONS);
  }

  Response correct(String mark, String tag, String code) {
    return book.asTeacher()
        .header("If-Match", tag)
        .body(Map.of("code", code))
        .patch(ATTENDANCE + "/" + mark);
  }

  /** The version of the pupil's attendance of that month. */
  long version() {
    return GradebookFixture.version(
        book.school().id(), "PUPIL:" + book.a().pupil(), "ATTENDANCE", "2026-11");
  }

  /** The version of the class's timetable of a week. */
  long week(String period) {
    return GradebookFixture.version(
        book.school().id(), "CLASS:" + book.a().classId(), "TIMETABLE", period);
  }
}
