package pl.dziennik.synergia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static pl.dziennik.synergia.TeachersDay.DAY;
import static pl.dziennik.synergia.TeachersDay.PLANS;
import static pl.dziennik.synergia.TeachersDay.TIMETABLE;
import static pl.dziennik.synergia.TeachersDay.with;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The plan of the day, as the administrator makes it and all others see it. */
@SynergiaTest
class DayPlanIT {
  private TeachersDay day;
  private GradebookFixture book;

  @BeforeEach
  void school() {
    day = new TeachersDay(GradebookFixture.ready());
    book = day.book();
  }

  @Test
  void thePlanOfTheDayShowsWhatIsHeld() {
    String entry =
        book.school()
            .asAdministrator()
            .body(day.entry(5, 1))
            .post(PLANS)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    assertThat(day.week("2026-W47")).isEqualTo(1);
    assertThat(day.week("2027-W25")).isEqualTo(1);
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
    day.hold(day.lesson(1, "nb")).then().statusCode(201);
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
    assertThat(day.week("2026-W47")).isEqualTo(2);
    book.asTeacher().get(TIMETABLE + "?date=" + DAY).then().body("items", empty());
  }

  @Test
  void nobodyIsPlannedTwiceAndOnlyTheAdministratorPlans() {
    var administrator = book.school().asAdministrator();
    administrator.body(day.entry(1, 3)).post(PLANS).then().statusCode(201);
    administrator
        .body(day.entry(1, 3))
        .post(PLANS)
        .then()
        .statusCode(409)
        .body("code", equalTo("slot-taken"));
    administrator
        .body(with(day.entry(2, 3), "teacherId", book.b().teacher()))
        .post(PLANS)
        .then()
        .statusCode(422)
        .body("code", equalTo("unknown-assignment"));
    administrator
        .body(with(day.entry(2, 3), "validUntil", "2028-01-01"))
        .post(PLANS)
        .then()
        .statusCode(422);
    administrator
        .body(with(day.entry(9, 3)))
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
      nobody.body(day.entry(4, 4)).post(PLANS).then().statusCode(403);
    }
  }
}
