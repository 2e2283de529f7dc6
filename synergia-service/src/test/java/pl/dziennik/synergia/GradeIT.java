package pl.dziennik.synergia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SynergiaTest
class GradeIT {
  private static final String GRADES = "/synergia/v1/grades";
  private static @Nullable GradebookFixture shared;

  private GradebookFixture book;

  /** One school for all: every test enters its own grades. */
  @BeforeEach
  void school() {
    if (shared == null) {
      shared = GradebookFixture.ready();
    }
    book = shared;
  }

  @Test
  void aTeacherEntersAGradeAndTheFamilyReadsIt() {
    long before = gradesVersion();
    Response posted = post(book.grade("4+"));

    posted.then().statusCode(201).header("ETag", equalTo("\"1\"")).body("weight", equalTo(7));
    assertThat(gradesVersion()).isGreaterThan(before);
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
    Response posted = post(book.grade("2"));
    long before = gradesVersion();

    correct(id(posted), "\"1\"", Map.of("value", "3-"))
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"2\""))
        .body("correctedFrom", equalTo("2"));

    assertThat(gradesVersion()).isEqualTo(before + 1);
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
    Response posted = post(book.grade("5"));
    correct(id(posted), "\"1\"", Map.of("value", "6")).then().statusCode(200);
    long before = gradesVersion();

    correct(id(posted), "\"1\"", Map.of("value", "1"))
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
    assertThat(gradesVersion()).isEqualTo(before);
  }

  @Test
  void aWithdrawnGradeIsNoLongerThere() {
    String id = id(post(book.grade("1")));
    book.asTeacher().header("If-Match", "\"7\"").delete(GRADES + "/" + id).then().statusCode(412);
    book.asTeacher().header("If-Match", "\"1\"").delete(GRADES + "/" + id).then().statusCode(204);
    book.asGuardian().get(GRADES + "/" + id).then().statusCode(404);
    correct(id, "\"2\"", Map.of("value", "5")).then().statusCode(404);
  }

  @Test
  void strangersGetTheSame404AsForWhatDoesNotExist() {
    String id = id(post(book.grade("5-")));
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
    long before = gradesVersion();
    refused(with("value", "7"), 422, "invalid-grade-value", "value");
    refused(with("value", "5-", "kind", "YEARLY"), 422, "invalid-grade-value", "value");
    refused(with("pupilId", book.b().pupil()), 422, "pupil-not-in-class", "pupilId");
    refused(with("pupilId", UUID.randomUUID()), 422, "pupil-not-in-class", "pupilId");
    refused(with("categoryId", UUID.randomUUID()), 422, "unknown-category", "categoryId");
    refused(with("date", "2031-01-01"), 422, "date-in-future", "date");
    refused(with("date", "2026-01-01"), 422, "date-outside-school-year", "date");
    refused(with("comment", "x".repeat(1001)), 400, "invalid-request", "comment");
    refused(with("weight", -1), 400, "invalid-request", "weight");
    refused(with("kind", "GUESSED"), 400, "invalid-request", "kind");
    refused(with("pupilId", "nobody"), 400, "invalid-request", "pupilId");
    refused(with("comment", "a\u0000b"), 400, "nul-character", "comment");
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
        .body(with("comment", "x".repeat(1_100_000)))
        .post(GRADES)
        .then()
        .statusCode(413);
    book.asTeacher().get(GRADES).then().statusCode(400).body("code", equalTo("invalid-request"));
    assertThat(gradesVersion()).isEqualTo(before);
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

  @Test
  void aTeachersOwnCategoryIsForThatTeacherOnly() {
    String own =
        book.asTeacher()
            .body(Map.of("name", "projekt " + UUID.randomUUID(), "weight", 2))
            .post("/synergia/v1/grade-categories")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    book.asTeacher()
        .get("/synergia/v1/grade-categories")
        .then()
        .body("items.id", hasItems(own, book.category().toString()));
    book.asOtherTeacher()
        .get("/synergia/v1/grade-categories")
        .then()
        .body("items.findAll { it.id == '" + own + "' }", empty());
    book.asTeacher()
        .body(Map.of("name", "wspólna", "weight", 2, "schoolWide", true))
        .post("/synergia/v1/grade-categories")
        .then()
        .statusCode(403);
    book.asGuardian().get("/synergia/v1/grade-categories").then().statusCode(403);
    book.asTeacher()
        .body(Map.of("name", "", "weight", -2))
        .post("/synergia/v1/grade-categories")
        .then()
        .statusCode(400)
        .body("errors.field", hasItems("name", "weight"));
    post(with("categoryId", own)).then().statusCode(201).body("weight", equalTo(2));
  }

  private void refused(Map<String, Object> body, int status, String code, String field) {
    post(body)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("errors.field", hasItem(field));
  }

  private Map<String, Object> with(Object... changes) {
    Map<String, Object> body = new HashMap<>(book.grade("4"));
    for (int i = 0; i < changes.length; i += 2) {
      body.put((String) changes[i], changes[i + 1]);
    }
    return body;
  }

  private Response post(Map<String, Object> body) {
    return book.asTeacher().body(body).post(GRADES);
  }

  private Response correct(String id, String tag, Map<String, Object> body) {
    return book.asTeacher().header("If-Match", tag).body(body).patch(GRADES + "/" + id);
  }

  private static String id(Response posted) {
    return posted.jsonPath().getString("id");
  }

  private long gradesVersion() {
    return GradebookFixture.version(
        book.school().id(), "PUPIL:" + book.a().pupil(), "GRADES", "2026/27-1");
  }
}
