package pl.dziennik.synergia;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static pl.dziennik.synergia.TeachersDay.ATTENDANCE;
import static pl.dziennik.synergia.TeachersDay.LESSONS;
import static pl.dziennik.synergia.TeachersDay.TIMETABLE;
import static pl.dziennik.synergia.TeachersDay.with;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Roll calls and days that are refused, and strangers to a lesson. */
@SynergiaTest
class RollCallRefusalIT {
  private TeachersDay day;
  private GradebookFixture book;

  @BeforeEach
  void school() {
    day = new TeachersDay(GradebookFixture.ready());
    book = day.book();
  }

  @Test
  void strangersSeeNoLessonAndNoAttendance() {
    String lesson = day.hold(day.lesson(1, "sp")).jsonPath().getString("id");
    GradebookFixture other = GradebookFixture.ready();
    for (var stranger :
        List.of(book.asOtherTeacher(), other.asTeacher(), other.school().asAdministrator())) {
      stranger.get(LESSONS + "/" + lesson).then().statusCode(404);
      stranger.get(ATTENDANCE + "?pupilId=" + book.a().pupil()).then().statusCode(404);
    }
    for (var stranger : List.of(book.asOtherGuardian(), other.asGuardian(), other.asPupil())) {
      stranger.get(ATTENDANCE + "?pupilId=" + book.a().pupil()).then().statusCode(404);
      stranger.get(LESSONS + "/" + lesson).then().statusCode(403);
      stranger.get(TIMETABLE + "?classId=" + book.a().classId()).then().statusCode(404);
    }
    book.asOtherTeacher().body(day.lesson(5, "nb")).post(LESSONS).then().statusCode(404);
    book.asOtherTeacher().get(TIMETABLE + "?classId=" + book.a().classId()).then().statusCode(404);
    book.asGuardian().body(day.lesson(5, "nb")).post(LESSONS).then().statusCode(403);
  }

  @Test
  void badRollCallsNameTheField() {
    day.hold(day.lesson(1, "nb")).then().statusCode(201);
    day.hold(day.lesson(1, "nb"))
        .then()
        .statusCode(409)
        .body("code", equalTo("lesson-already-recorded"));
    refused(with(day.lesson(2, "nb"), "date", "2031-01-01"), 422, "date-in-future", "date");
    refused(
        with(day.lesson(2, "nb"), "date", "2026-07-01"), 422, "date-outside-school-year", "date");
    refused(day.lesson(2, "??"), 422, "invalid-attendance-code", "marks.0.code");
    refused(with(day.lesson(2, "nb"), "topic", "x".repeat(501)), 400, "invalid-request", "topic");
    refused(
        with(
            day.lesson(2, "nb"),
            "marks",
            List.of(Map.of("pupilId", book.b().pupil(), "code", "nb"))),
        422,
        "pupil-not-in-class",
        "marks");
    book.asTeacher()
        .body("[")
        .post(LESSONS)
        .then()
        .statusCode(400)
        .body("code", equalTo("malformed-json"));
    book.asTeacher()
        .get(ATTENDANCE + "?pupilId=" + book.a().pupil() + "&month=nie")
        .then()
        .statusCode(400);
  }

  @Test
  void daysThatNoSchoolKeepsAreRefused() {
    for (String path :
        List.of(
            TIMETABLE + "?date=%2B999999999-01-01",
            LESSONS + "?date=-0044-03-15",
            ATTENDANCE + "?month=9999-12&pupilId=" + book.a().pupil())) {
      book.asTeacher()
          .urlEncodingEnabled(false)
          .get(path)
          .then()
          .statusCode(400)
          .body("code", equalTo("invalid-request"));
    }
    for (String date : List.of("+999999999-01-01", "-999999999-01-01")) {
      refused(
          with(day.lesson(2, "nb"), "date", date),
          422,
          date.startsWith("+") ? "date-in-future" : "date-outside-school-year",
          "date");
    }
  }

  private void refused(Map<String, Object> body, int status, String code, String field) {
    day.hold(body)
        .then()
        .statusCode(status)
        .body("code", equalTo(code))
        .body("errors.field", hasItem(field));
  }
}
