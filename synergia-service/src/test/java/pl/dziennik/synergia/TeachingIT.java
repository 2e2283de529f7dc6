package pl.dziennik.synergia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.dziennik.testkit.Patience;

@SynergiaTest
class TeachingIT {

  @Test
  void aTeacherEnteredAndAssignedMayGrade() {
    GradebookFixture book = GradebookFixture.ready();
    var school = book.school();
    Response teacher = post(school, "/teachers", Map.of("firstName", "Łucja", "lastName", "Ćwik"));
    teacher.then().statusCode(201);
    UUID account = teacher.jsonPath().getUUID("accountId");
    Patience.until(
        () -> school.asAccount(account, "STAFF").get("/synergia/v1/me").statusCode() == 200);
    UUID subject =
        school.created("/synergia/v1/subjects", Map.of("name", "fizyka", "shortName", "fiz"));
    Map<String, Object> grade =
        Map.of(
            "classId",
            book.a().classId(),
            "subjectId",
            subject,
            "pupilId",
            book.a().pupil(),
            "categoryId",
            book.category(),
            "value",
            "5",
            "date",
            "2026-11-20");
    school
        .asAccount(account, "STAFF")
        .body(grade)
        .post("/synergia/v1/grades")
        .then()
        .statusCode(404);

    post(
            school,
            "/teaching-assignments",
            Map.of(
                "teacherId",
                teacher.jsonPath().getString("id"),
                "subjectId",
                subject,
                "classId",
                book.a().classId()))
        .then()
        .statusCode(201);

    var asTeacher = school.asAccount(account, "STAFF");
    asTeacher.body(grade).post("/synergia/v1/grades").then().statusCode(201);
    school
        .asAccount(account, "STAFF")
        .get("/synergia/v1/teaching-assignments")
        .then()
        .body("items.subject", contains("fizyka"));
    school
        .asAdministrator()
        .get("/synergia/v1/teaching-assignments")
        .then()
        .body("items", hasSize(3));
    school
        .asAccount(account, "STAFF")
        .get("/synergia/v1/classes/" + book.a().classId() + "/pupils")
        .then()
        .statusCode(200)
        .body("items.id", contains(book.a().pupil().toString()));
    school
        .asAccount(account, "STAFF")
        .get("/synergia/v1/classes/" + book.b().classId() + "/pupils")
        .then()
        .statusCode(404);
  }

  @Test
  void aRenamedSubjectRaisesTheDocumentsThatCarryItsName() {
    GradebookFixture book = GradebookFixture.ready();
    book.asTeacher().body(book.grade("4")).post("/synergia/v1/grades").then().statusCode(201);
    UUID school = book.school().id();
    long before =
        GradebookFixture.version(school, "PUPIL:" + book.a().pupil(), "GRADES", "2026/27-1");

    book.school()
        .asAdministrator()
        .header("If-Match", "\"1\"")
        .body(Map.of("name", "matematyka stosowana"))
        .patch("/synergia/v1/subjects/" + book.maths())
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"");

    assertThat(GradebookFixture.version(school, "PUPIL:" + book.a().pupil(), "GRADES", "2026/27-1"))
        .isEqualTo(before + 1);
    assertThat(GradebookFixture.version(school, "PUPIL:" + book.b().pupil(), "GRADES", "2026/27-1"))
        .isZero();
    book.asGuardian()
        .get("/synergia/v1/grades?pupilId=" + book.a().pupil())
        .then()
        .body("items.subject", hasItem("matematyka stosowana"))
        .body("items.revision", hasItem(1));
  }

  @Test
  void strangersAndBadInputAreRefused() {
    GradebookFixture book = GradebookFixture.ready();
    GradebookFixture other = GradebookFixture.ready();
    other
        .school()
        .asAdministrator()
        .header("If-Match", "\"1\"")
        .body(Map.of("name", "x"))
        .patch("/synergia/v1/subjects/" + book.maths())
        .then()
        .statusCode(404);
    other
        .school()
        .asAdministrator()
        .get("/synergia/v1/classes/" + book.a().classId() + "/pupils")
        .then()
        .statusCode(404);
    post(
            other.school(),
            "/teaching-assignments",
            Map.of(
                "teacherId",
                book.a().teacher(),
                "subjectId",
                other.maths(),
                "classId",
                other.a().classId()))
        .then()
        .statusCode(422)
        .body("code", equalTo("unknown-teacher"));
    post(book.school(), "/subjects", Map.of("name", "matematyka", "shortName", "m"))
        .then()
        .statusCode(409);
    post(book.school(), "/subjects", Map.of("name", ""))
        .then()
        .statusCode(400)
        .body("errors.field", hasItems("name", "shortName"));
    for (var nobody : List.of(book.asTeacher(), book.asGuardian(), book.asPupil())) {
      nobody
          .body(Map.of("name", "x", "shortName", "x"))
          .post("/synergia/v1/subjects")
          .then()
          .statusCode(403);
    }
    for (String path : List.of("/teachers", "/subjects", "/teaching-assignments")) {
      book.asGuardian().get("/synergia/v1" + path).then().statusCode(403);
    }
  }

  private static Response post(SchoolFixture school, String path, Map<String, Object> body) {
    return school.asAdministrator().body(body).post("/synergia/v1" + path);
  }
}
