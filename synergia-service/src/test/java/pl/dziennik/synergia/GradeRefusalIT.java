package pl.dziennik.synergia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static pl.dziennik.synergia.Grading.GRADES;
import static pl.dziennik.synergia.Grading.id;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Grades that are refused, and whoever may neither see nor give any. */
@SynergiaTest
class GradeRefusalIT {
  private Grading grading;
  private GradebookFixture book;

  @BeforeEach
  void school() {
    grading = Grading.shared();
    book = grading.book();
  }

  @Test
  void strangersGetTheSame404AsForWhatDoesNotExist() {
    String id = id(grading.post(book.grade("5-")));
    GradebookFixture other = GradebookFixture.ready();
    for (var stranger :
        List.of(
            book.asOtherTeacher(),
            book.asOtherGuardian(),
            other.asTeacher(),
            other.asGuardian(),
            other.school().asAdministrator())) {
      String seen = stranger.get(GRADES + "/" + id).then().statusCode(404).extract().path("code");
      assertThat(seen).isEqualTo("not-found");
    }
    for (var stranger :
        List.of(
            book.asOtherTeacher(),
            book.asOtherGuardian(),
            other.asTeacher(),
            other.asGuardian(),
            other.school().asAdministrator())) {
      stranger.get(GRADES + "?pupilId=" + book.a().pupil()).then().statusCode(404);
    }
    for (var stranger : List.of(book.asOtherTeacher(), book.asGuardian(), other.asTeacher())) {
      stranger
          .get(GRADES + "?classId=" + book.a().classId() + "&subjectId=" + book.maths())
          .then()
          .statusCode(404);
    }
    for (var stranger : List.of(book.asOtherTeacher(), other.asTeacher())) {
      stranger
          .header("If-Match", "\"1\"")
          .body(Map.of("value", "1"))
          .patch(GRADES + "/" + id)
          .then()
          .statusCode(404);
      stranger.header("If-Match", "\"1\"").delete(GRADES + "/" + id).then().statusCode(404);
    }
    book.asOtherTeacher().body(book.grade("1")).post(GRADES).then().statusCode(404);
    other.asTeacher().body(book.grade("1")).post(GRADES).then().statusCode(404);
    book.asGuardian().get(GRADES + "/" + id).then().statusCode(200).body("value", equalTo("5-"));
  }

  @Test
  void aRoleThatNeverGradesIsForbidden() {
    for (var nobody : List.of(book.asGuardian(), book.asPupil(), book.school().asAdministrator())) {
      nobody
          .body(book.grade("1"))
          .post(GRADES)
          .then()
          .statusCode(403)
          .body("code", equalTo("forbidden"));
    }
  }

  @Test
  void badInputNamesTheField() {
    long before = grading.gradesVersion();
    refused(grading.with("value", "7"), 422, "invalid-grade-value", "value");
    refused(grading.with("value", "5-", "kind", "YEARLY"), 422, "invalid-grade-value", "value");
    refused(grading.with("pupilId", book.b().pupil()), 422, "pupil-not-in-class", "pupilId");
    refused(grading.with("pupilId", UUID.randomUUID()), 422, "pupil-not-in-class", "pupilId");
    refused(grading.with("categoryId", UUID.randomUUID()), 422, "unknown-category", "categoryId");
    refused(grading.with("date", "2031-01-01"), 422, "date-in-future", "date");
    refused(grading.with("date", "2026-01-01"), 422, "date-outside-school-year", "date");
    refused(grading.with("comment", "x".repeat(1001)), 400, "invalid-request", "comment");
    refused(grading.with("weight", -1), 400, "invalid-request", "weight");
    refused(grading.with("kind", "GUESSED"), 400, "invalid-request", "kind");
    refused(grading.with("pupilId", "nobody"), 400, "invalid-request", "pupilId");
    refused(grading.with("comment", "a\u0000b"), 400, "nul-character", "comment");
    book.asTeacher()
        .body(Map.of())
        .post(GRADES)
        .then()
        .statusCode(400)
        .body("errors.field", hasItems("classId", "pupilId", "value"));
    book.asTeacher()
        .body("not json")
        .post(GRADES)
        .then()
        .statusCode(400)
        .body("code", equalTo("malformed-json"));
    book.asTeacher()
        .body(grading.with("comment", "x".repeat(1_100_000)))
        .post(GRADES)
        .then()
        .statusCode(413);
    book.asTeacher().get(GRADES).then().statusCode(400).body("code", equalTo("invalid-request"));
    assertThat(grading.gradesVersion()).isEqualTo(before);
  }

  @Test
  void aTextThatIsNoUnicodeIsNeverA500() {
    String body =
        """
        {"classId": "%s", "subjectId": "%s", "pupilId": "%s", "categoryId": "%s", "value": "4",
         "date": "2026-11-20", "comment": "\\ud800"}
        """
            .formatted(book.a().classId(), book.maths(), book.a().pupil(), book.category());
    assertThat(book.asTeacher().body(body).post(GRADES).statusCode()).isLessThan(500);
  }

  private void refused(Map<String, Object> body, int status, String code, String field) {
    grading
        .post(body)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("errors.field", hasItem(field));
  }
}
