package pl.dziennik.synergia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The plan of the day, the roll call, and what the family sees of both. */
@SynergiaTest
class TeachersDayIT {
  private static final String LESSONS = "/synergia/v1/lessons";
  private static final String ATTENDANCE = "/synergia/v1/attendance";
  private static final String TIMETABLE = "/synergia/v1/timetable";
  private static final String PLANS = "/synergia/v1/timetable-plans";

  /** A Friday. */
  private static final String DAY = "2026-11-20";

  private GradebookFixture book;

  @BeforeEach
  void school() {
    book = GradebookFixture.ready();
  }

  @Test
  void aRollCallIsSeenByTheFamilyAndCorrectedByItsTeacher() {
    long before = version();
    String lesson = hold(lesson(1, "nb")).then().statusCode(201).extract().path("id");
    assertThat(version()).isGreaterThan(before);
    book.asTeacher()
        .get(LESSONS + "?date=" + DAY)
        .then()
        .statusCode(200)
        .body("items.topic", hasItem("Ułamki"));
    String mark =
        book.asTeacher()
            .get(LESSONS + "/" + lesson)
            .then()
            .body("marks", hasSize(1))
            .extract()
            .path("marks[0].id");
    for (var reader :
        List.of(
            book.asGuardian(), book.asPupil(), book.asTeacher(), book.school().asAdministrator())) {
      reader
          .get(ATTENDANCE + "?pupilId=" + book.a().pupil() + "&month=2026-11")
          .then()
          .statusCode(200)
          .body("items[0].code", equalTo("nb"))
          .body("items[0].type", equalTo("ABSENT"))
          .body("frequency", equalTo(0.0f));
    }

    correct(mark, "\"1\"", "u").then().statusCode(200).body("revision", equalTo(2));
    correct(mark, "\"1\"", "ob").then().statusCode(412);
    book.asTeacher()
        .body(Map.of("code", "ob"))
        .patch(ATTENDANCE + "/" + mark)
        .then()
        .statusCode(428);
    correct(mark, "\"2\"", "xx")
        .then()
        .statusCode(422)
        .body("code", equalTo("invalid-attendance-code"));
    book.asOtherTeacher()
        .header("If-Match", "\"2\"")
        .body(Map.of("code", "ob"))
        .patch(ATTENDANCE + "/" + mark)
        .then()
        .statusCode(404);
    book.asGuardian()
        .header("If-Match", "\"2\"")
        .body(Map.of("code", "ob"))
        .patch(ATTENDANCE + "/" + mark)
        .then()
        .statusCode(403);
  }

  @Test
  void whoeverIsNotNamedIsPresentAndThatIsNoNews() {
    long before = version();
    Map<String, Object> body = new HashMap<>(lesson(2, "ob"));
    body.remove("marks");
    hold(body).then().statusCode(201);
    assertThat(version()).isEqualTo(before);
    book.asGuardian()
        .get(ATTENDANCE + "?pupilId=" + book.a().pupil() + "&month=2026-11")
        .then()
        .body("items.code", hasItem("ob"));
  }

  @Test
  void strangersSeeNoLessonAndNoAttendance() {
    String lesson = hold(lesson(1, "sp")).jsonPath().getString("id");
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
    book.asOtherTeacher().body(lesson(5, "nb")).post(LESSONS).then().statusCode(404);
    book.asOtherTeacher().get(TIMETABLE + "?classId=" + book.a().classId()).then().statusCode(404);
    book.asGuardian().body(lesson(5, "nb")).post(LESSONS).then().statusCode(403);
  }

  @Test
  void badRollCallsNameTheField() {
    hold(lesson(1, "nb")).then().statusCode(201);
    hold(lesson(1, "nb")).then().statusCode(409).body("code", equalTo("lesson-already-recorded"));
    refused(with(lesson(2, "nb"), "date", "2031-01-01"), 422, "date-in-future", "date");
    refused(with(lesson(2, "nb"), "date", "2026-07-01"), 422, "date-outside-school-year", "date");
    refused(lesson(2, "??"), 422, "invalid-attendance-code", "marks.0.code");
    refused(with(lesson(2, "nb"), "topic", "x".repeat(501)), 400, "invalid-request", "topic");
    refused(
        with(lesson(2, "nb"), "marks", List.of(Map.of("pupilId", book.b().pupil(), "code", "nb"))),
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
  void thePlanOfTheDayShowsWhatIsHeld() {
    String entry =
        book.school()
            .asAdministrator()
            .body(entry(5, 1))
            .post(PLANS)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    assertThat(week("2026-W47")).isEqualTo(1);
    assertThat(week("2027-W25")).isEqualTo(1);
    for (var reader : List.of(book.asTeacher(), book.asGuardian(), book.asPupil())) {
      reader
          .get(TIMETABLE + "?date=" + DAY)
          .then()
          .statusCode(200)
          .body("items", hasSize(1))
          .body("items[0].startsAt", equalTo("08:00"))
          .body("items[0].subject", equalTo("matematyka"));
    }
    book.asTeacher().get(TIMETABLE + "?date=2026-11-19").then().body("items", empty());
    book.asGuardian()
        .get(TIMETABLE + "?date=" + DAY + "&classId=" + book.a().classId())
        .then()
        .statusCode(200);
    hold(lesson(1, "nb")).then().statusCode(201);
    book.asTeacher()
        .get(TIMETABLE + "?date=" + DAY)
        .then()
        .body("items[0].lessonId", notNullValue());

    book.school()
        .asAdministrator()
        .get(PLANS + "?classId=" + book.a().classId())
        .then()
        .body("items.id", hasItem(entry));
    book.school().asAdministrator().delete(PLANS + "/" + entry).then().statusCode(428);
    book.school()
        .asAdministrator()
        .header("If-Match", "\"1\"")
        .delete(PLANS + "/" + entry)
        .then()
        .statusCode(204);
    assertThat(week("2026-W47")).isEqualTo(2);
    book.asTeacher().get(TIMETABLE + "?date=" + DAY).then().body("items", empty());
  }

  @Test
  void nobodyIsPlannedTwiceAndOnlyTheAdministratorPlans() {
    var administrator = book.school().asAdministrator();
    administrator.body(entry(1, 3)).post(PLANS).then().statusCode(201);
    administrator
        .body(entry(1, 3))
        .post(PLANS)
        .then()
        .statusCode(409)
        .body("code", equalTo("slot-taken"));
    administrator
        .body(with(entry(2, 3), "teacherId", book.b().teacher()))
        .post(PLANS)
        .then()
        .statusCode(422)
        .body("code", equalTo("unknown-assignment"));
    administrator
        .body(with(entry(2, 3), "validUntil", "2028-01-01"))
        .post(PLANS)
        .then()
        .statusCode(422);
    administrator
        .body(with(entry(9, 3)))
        .post(PLANS)
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("weekday"));
    administrator.get(PLANS + "?classId=" + UUID.randomUUID()).then().statusCode(404);
    administrator
        .header("If-Match", "\"1\"")
        .delete(PLANS + "/" + UUID.randomUUID())
        .then()
        .statusCode(404);
    for (var nobody : List.of(book.asTeacher(), book.asGuardian(), book.asPupil())) {
      nobody.body(entry(4, 4)).post(PLANS).then().statusCode(403);
    }
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
    for (String day : List.of("+999999999-01-01", "-999999999-01-01")) {
      refused(
          with(lesson(2, "nb"), "date", day),
          422,
          day.startsWith("+") ? "date-in-future" : "date-outside-school-year",
          "date");
    }
  }

  private Map<String, Object> lesson(int number, String code) {
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

  private Map<String, Object> entry(int weekday, int number) {
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

  private static Map<String, Object> with(Map<String, Object> body, Object... changes) {
    Map<String, Object> out = new HashMap<>(body);
    for (int i = 0; i < changes.length; i += 2) {
      out.put((String) changes[i], changes[i + 1]);
    }
    return out;
  }

  private void refused(Map<String, Object> body, int status, String code, String field) {
    hold(body)
        .then()
        .statusCode(status)
        .body("code", equalTo(code))
        .body("errors.field", hasItem(field));
  }

  private Response hold(Map<String, Object> body) {
    return book.asTeacher().body(body).post(LESSONS);
  }

  private Response correct(String mark, String tag, String code) {
    return book.asTeacher()
        .header("If-Match", tag)
        .body(Map.of("code", code))
        .patch(ATTENDANCE + "/" + mark);
  }

  private long version() {
    return GradebookFixture.version(
        book.school().id(), "PUPIL:" + book.a().pupil(), "ATTENDANCE", "2026-11");
  }

  private long week(String period) {
    return GradebookFixture.version(
        book.school().id(), "CLASS:" + book.a().classId(), "TIMETABLE", period);
  }
}
