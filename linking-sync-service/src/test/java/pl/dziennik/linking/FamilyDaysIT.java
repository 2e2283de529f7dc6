package pl.dziennik.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.dziennik.events.document.Audience;
import pl.dziennik.events.document.Category;

/** Reads over days: the timetable of the classes and the attendance of months. */
@LinkingTest
class FamilyDaysIT {
  private static final ZoneId ZONE = ZoneId.of("Europe/Warsaw");

  @Inject io.agroal.api.AgroalDataSource dataSource;

  private FamilyWorld family;

  @BeforeEach
  void aLinkedChild() {
    family = new FamilyWorld(dataSource);
    family.linked();
  }

  @Test
  void aTimetableHasTheWeeksOfTheRangeAndOnlyItsDays() {
    family.timetable(family.classId, "2026-W47", lesson("2026-11-16") + "," + lesson("2026-11-20"));
    family.timetable(family.classId, "2026-W48", lesson("2026-11-23") + "," + lesson("2026-11-27"));
    family.timetable(family.classId, "2026-W49", lesson("2026-11-30") + "," + lesson("2026-12-04"));

    family
        .read("/timetable?from=2026-11-18&to=2026-11-30")
        .statusCode(200)
        .body("weeks.period", contains("2026-W47", "2026-W48", "2026-W49"))
        .body("weeks.classId.unique()", contains(family.classId.toString()))
        .body("weeks[0].items.date", contains("2026-11-20"))
        .body("weeks[1].items.date", contains("2026-11-23", "2026-11-27"))
        .body("weeks[2].items.date", contains("2026-11-30"));
    family
        .read("/timetable?from=2026-11-23&to=2026-11-29")
        .body("weeks.period", contains("2026-W48"))
        .body("weeks[0].items.date", contains("2026-11-23", "2026-11-27"));
    family.read("/timetable?to=2026-11-22").body("weeks.period", contains("2026-W47"));
    family.read("/timetable?from=2026-11-30").body("weeks.period", contains("2026-W49"));
  }

  @Test
  void twoRangesHaveTwoTags() {
    family.timetable(family.classId, "2026-W48", lesson("2026-11-23"));

    assertThat(tag("/timetable?from=2026-11-23&to=2026-11-29"))
        .isNotEqualTo(tag("/timetable?from=2026-11-24&to=2026-11-29"));
  }

  @Test
  void withoutARangeItIsThisWeek() {
    LocalDate today = LocalDate.ofInstant(java.time.Instant.now(), ZONE);
    String week =
        String.format(
            Locale.ROOT,
            "%04d-W%02d",
            today.get(IsoFields.WEEK_BASED_YEAR),
            today.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    family.timetable(family.classId, week, lesson(today.toString()));
    family.timetable(family.classId, "2020-W10", lesson("2020-03-02"));

    family.read("/timetable").statusCode(200).body("weeks.period", contains(week));
  }

  @Test
  void aClassThatThePupilHasLeftIsNotShown() {
    UUID old = UUID.randomUUID();
    UUID classmate = UUID.randomUUID();
    UUID account = UUID.randomUUID();
    family.consent(UUID.randomUUID(), account, java.util.Map.of(classmate, "Staś"));
    family.store(
        family.school,
        Audience.account(account),
        Category.ACCESS,
        "-",
        "{\"accountId\":\"%s\",\"enabled\":true,\"pupils\":[{\"pupilId\":\"%s\",\"classIds\":[\"%s\"]}],\"blockedCategories\":[]}"
            .formatted(account, classmate, old));
    family.timetable(old, "2026-W48", lesson("2026-11-23"));

    family.read("/timetable?from=2026-11-23&to=2026-11-29").body("weeks", empty());
  }

  @Test
  void attendanceHasTheMonthsOfTheRange() {
    for (String month : new String[] {"2026-11", "2026-10", "2026-09", "2026-06"}) {
      family.attendance(family.zosia, month, lesson(month + "-05"));
    }

    family
        .read("/attendance?from=2026-10&to=2026-11")
        .statusCode(200)
        .body("months.period", contains("2026-10", "2026-11"))
        .body("months[0].items.date", contains("2026-10-05"));
    family
        .read("/attendance?to=2026-11")
        .body("months.period", contains("2026-09", "2026-10", "2026-11"));
    family.read("/attendance?to=2026-06").body("months.period", contains("2026-06"));
  }

  @Test
  void withoutARangeAttendanceReachesThisMonth() {
    String month = YearMonth.from(java.time.Instant.now().atZone(ZONE)).toString();
    family.attendance(family.zosia, month, lesson(month + "-01"));

    family.read("/attendance").statusCode(200).body("months.period", contains(month));
  }

  @ParameterizedTest
  @CsvSource({
    "timetable?from=x, from",
    "timetable?to=2026-02-30, to",
    "timetable?from=2026-11-29&to=2026-11-23, from",
    "timetable?from=2026-09-01&to=2026-11-02, to",
    "timetable?from=%2B999999999-01-01, from",
    "timetable?to=0001-01-01, to",
    "attendance?from=2026-13, from",
    "attendance?to=2026-11-01, to",
    "attendance?from=2026-11&to=2026-10, from",
    "attendance?from=2024-01&to=2026-01, to",
    "attendance?from=9999-01, from",
  })
  void aRangeThatIsNoneIsRefusedByName(String path, String field) {
    family
        .read("/" + path)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("invalid-request"))
        .body("errors[0].field", equalTo(field));
  }

  @Test
  void theLongestRangesAreRead() {
    family.read("/timetable?from=2026-09-01&to=2026-11-01").statusCode(200);
    family.read("/attendance?from=2024-02&to=2026-01").statusCode(200);
  }

  private String tag(String path) {
    return family.read(path).statusCode(200).extract().header("ETag");
  }

  private static String lesson(String date) {
    return FamilyWorld.item(date + "T06:00:00Z", "\"date\":\"" + date + "\"");
  }
}
