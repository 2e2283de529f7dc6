package pl.dziennik.synergia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static pl.dziennik.synergia.TeachersDay.ATTENDANCE;
import static pl.dziennik.synergia.TeachersDay.DAY;
import static pl.dziennik.synergia.TeachersDay.LESSONS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The roll call, and what the family sees of it. */
@SynergiaTest
class RollCallIT {
  private TeachersDay day;
  private GradebookFixture book;

  @BeforeEach
  void school() {
    day = new TeachersDay(GradebookFixture.ready());
    book = day.book();
  }

  @Test
  void aRollCallIsSeenByTheFamilyAndCorrectedByItsTeacher() {
    long before = day.version();
    String lesson = day.hold(day.lesson(1, "nb")).then().statusCode(201).extract().path("id");
    assertThat(day.version()).isGreaterThan(before);
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

    day.correct(mark, "\"1\"", "u").then().statusCode(200).body("revision", equalTo(2));
    day.correct(mark, "\"1\"", "ob").then().statusCode(412);
    book.asTeacher()
        .body(Map.of("code", "ob"))
        .patch(ATTENDANCE + "/" + mark)
        .then()
        .statusCode(428);
    day.correct(mark, "\"2\"", "xx")
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
    long before = day.version();
    Map<String, Object> body = new HashMap<>(day.lesson(2, "ob"));
    body.remove("marks");
    day.hold(body).then().statusCode(201);
    assertThat(day.version()).isEqualTo(before);
    book.asGuardian()
        .get(ATTENDANCE + "?pupilId=" + book.a().pupil() + "&month=2026-11")
        .then()
        .body("items.code", hasItem("ob"));
  }
}
