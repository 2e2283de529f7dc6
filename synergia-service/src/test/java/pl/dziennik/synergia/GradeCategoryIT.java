package pl.dziennik.synergia;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The categories of grades. */
@SynergiaTest
class GradeCategoryIT {
  private Grading grading;
  private GradebookFixture book;

  @BeforeEach
  void school() {
    grading = Grading.shared();
    book = grading.book();
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
    grading.post(grading.with("categoryId", own)).then().statusCode(201).body("weight", equalTo(2));
  }
}
