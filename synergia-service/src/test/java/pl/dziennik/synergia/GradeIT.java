package pl.dziennik.synergia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static pl.dziennik.synergia.Grading.GRADES;
import static pl.dziennik.synergia.Grading.id;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A grade from its entry to its end, as teacher and family see it. */
@SynergiaTest
class GradeIT {
  private Grading grading;
  private GradebookFixture book;

  @BeforeEach
  void school() {
    grading = Grading.shared();
    book = grading.book();
  }

  @Test
  void aTeacherEntersAGradeAndTheFamilyReadsIt() {
    long before = grading.gradesVersion();
    Response posted = grading.post(book.grade("4+"));

    posted.then().statusCode(201).header("ETag", equalTo("\"1\"")).body("weight", equalTo(7));
    assertThat(grading.gradesVersion()).isGreaterThan(before);
    for (var reader :
        List.of(
            book.asGuardian(), book.asPupil(), book.asTeacher(), book.school().asAdministrator())) {
      reader
          .get(GRADES + "/" + id(posted))
          .then()
          .statusCode(200)
          .header("ETag", equalTo("\"1\""))
          .body("value", equalTo("4+"))
          .body("subject", equalTo("matematyka"))
          .body("teacher", equalTo("Ewa Nauczycielska 4a"))
          .body("term", equalTo("2026/27-1"));
    }
    book.asGuardian()
        .get(GRADES + "?pupilId=" + book.a().pupil())
        .then()
        .statusCode(200)
        .body("items.id", hasItem(id(posted)));
    book.asTeacher()
        .get(GRADES + "?classId=" + book.a().classId() + "&subjectId=" + book.maths())
        .then()
        .statusCode(200)
        .body("items.id", hasItem(id(posted)))
        .body("averages", hasSize(1));
  }

  @Test
  void aCorrectionKeepsBothValuesAndTheAuthorInTheAudit() {
    Response posted = grading.post(book.grade("2"));
    long before = grading.gradesVersion();

    grading
        .correct(id(posted), "\"1\"", Map.of("value", "3-"))
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"2\""))
        .body("correctedFrom", equalTo("2"));

    assertThat(grading.gradesVersion()).isEqualTo(before + 1);
    book.school()
        .asAdministrator()
        .get("/synergia/v1/audit?limit=50")
        .then()
        .statusCode(200)
        .body(
            "items.findAll { it.subjectId == '" + id(posted) + "' }.actor",
            hasItem(FakeIdentity.subjectOf(book.a().teacherAccount())))
        .body(
            "items.find { it.subjectId == '" + id(posted) + "' }.before",
            equalTo("value=2 weight=7 category=" + book.category() + " comment=Dobra praca"))
        .body(
            "items.find { it.subjectId == '" + id(posted) + "' }.after",
            equalTo("value=3- weight=7 category=" + book.category() + " comment=Dobra praca"));
  }

  @Test
  void aStaleOrMissingTagChangesNothing() {
    Response posted = grading.post(book.grade("5"));
    grading.correct(id(posted), "\"1\"", Map.of("value", "6")).then().statusCode(200);
    long before = grading.gradesVersion();

    grading
        .correct(id(posted), "\"1\"", Map.of("value", "1"))
        .then()
        .statusCode(412)
        .body("code", equalTo("stale"));
    book.asTeacher()
        .body(Map.of("value", "1"))
        .patch(GRADES + "/" + id(posted))
        .then()
        .statusCode(428)
        .body("code", equalTo("if-match-required"));
    book.asGuardian().get(GRADES + "/" + id(posted)).then().body("value", equalTo("6"));
    assertThat(grading.gradesVersion()).isEqualTo(before);
  }

  @Test
  void aWithdrawnGradeIsNoLongerThere() {
    String id = id(grading.post(book.grade("1")));
    book.asTeacher().header("If-Match", "\"7\"").delete(GRADES + "/" + id).then().statusCode(412);
    book.asTeacher().header("If-Match", "\"1\"").delete(GRADES + "/" + id).then().statusCode(204);
    book.asGuardian().get(GRADES + "/" + id).then().statusCode(404);
    grading.correct(id, "\"2\"", Map.of("value", "5")).then().statusCode(404);
  }

  @Test
  void aRepeatWithTheSameKeyEntersNoSecondGrade() {
    String key = UUID.randomUUID().toString();
    Response first =
        book.asTeacher().header("Idempotency-Key", key).body(book.grade("3")).post(GRADES);
    Response again =
        book.asTeacher().header("Idempotency-Key", key).body(book.grade("3")).post(GRADES);

    first.then().statusCode(201);
    again
        .then()
        .statusCode(201)
        .body("id", equalTo(id(first)))
        .header("Location", equalTo(first.header("Location")));
    book.asTeacher()
        .header("Idempotency-Key", key)
        .body(book.grade("4"))
        .post(GRADES)
        .then()
        .statusCode(422);
  }
}
