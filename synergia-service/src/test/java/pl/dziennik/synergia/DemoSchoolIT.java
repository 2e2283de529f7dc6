package pl.dziennik.synergia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.dziennik.events.FactJson;
import pl.dziennik.events.document.Audience;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentBody;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.synergia.sync.DocumentRenderer;
import pl.dziennik.testkit.TestPostgres;

@SynergiaTest
class DemoSchoolIT {
  private static final String DEMO = "/synergia/v1/demo-school";

  @Inject Instance<DocumentRenderer> renderers;

  @Test
  void makesASchoolWithHistoryAndALaterCallChangesNothing() throws SQLException {
    Response first = make();
    first
        .then()
        .statusCode(200)
        .body("status", equalTo("READY"))
        .body("logins", hasSize(6))
        .body("logins.login", hasItem("9000001"));
    UUID school = first.jsonPath().getUUID("schoolId");
    List<Long> counts = counts(school);

    make().then().statusCode(200).body("logins", hasSize(6));

    assertThat(counts(school)).isEqualTo(counts);
    assertThat(counts.get(0)).isEqualTo(300);
    assertThat(counts.get(1)).as("teachers and the administrator").isEqualTo(26);
    assertThat(counts.get(2)).as("lessons a week").isEqualTo(12 * 27);
    SchoolFixture.asOperator()
        .get(DEMO)
        .then()
        .statusCode(200)
        .body("status", equalTo("READY"))
        .body("finished", hasSize(7));
  }

  @Test
  void thePrintedLoginsReadTheirOwn() throws SQLException {
    UUID school = make().jsonPath().getUUID("schoolId");
    SchoolFixture demo = new SchoolFixture(school, account(school, "9000001"));

    demo.asAdministrator()
        .get("/synergia/v1/me")
        .then()
        .statusCode(200)
        .body("roles", hasItem("ADMINISTRATOR"))
        .body("regulationsAccepted", equalTo(true));
    demo.asAdministrator()
        .get("/synergia/v1/classes")
        .then()
        .statusCode(200)
        .body("items", hasSize(12));
    Response guardian =
        demo.asAccount(account(school, "9000004"), "GUARDIAN").get("/synergia/v1/me");
    guardian.then().statusCode(200).body("pupils", hasSize(2));
    for (String pupil : guardian.jsonPath().<String>getList("pupils.id")) {
      demo.asAccount(account(school, "9000004"), "GUARDIAN")
          .get("/synergia/v1/grades?pupilId=" + pupil)
          .then()
          .statusCode(200);
      demo.asAccount(account(school, "9000005"), "GUARDIAN")
          .get("/synergia/v1/grades?pupilId=" + pupil)
          .then()
          .statusCode(404);
    }
    demo.asAccount(account(school, "9000002"), "STAFF")
        .get("/synergia/v1/timetable?date=2026-11-23")
        .then()
        .statusCode(200);
  }

  @Test
  void renderedDocumentsAreStableAndReadAsPublished() throws Exception {
    UUID school = make().jsonPath().getUUID("schoolId");
    UUID pupil =
        UUID.fromString(
            one(
                "select pupil_id::text from grades where school_id = '"
                    + school
                    + "' order by since, id limit 1",
                "00000000-0000-0000-0000-000000000000"));
    UUID classId =
        UUID.fromString(
            one(
                "select id::text from classes where school_id = '"
                    + school
                    + "' order by name limit 1",
                ""));
    String label = one("select label from school_years where school_id = '" + school + "'", "");
    String term =
        one("select term::text from grades where school_id = '" + school + "' limit 1", "1");
    DocumentKey grades =
        new DocumentKey(school, Audience.pupil(pupil), Category.GRADES, label + "-" + term);

    ObjectNode once = render(grades);
    assertThat(render(grades)).isEqualTo(once);
    DocumentBody.Grades body = FactJson.mapper().treeToValue(once, DocumentBody.Grades.class);
    assertThat(body.items()).isNotEmpty();
    assertThat(body.items()).extracting(DocumentBody.GradeItem::itemId).doesNotHaveDuplicates();
    DocumentBody.Timetable week =
        FactJson.mapper()
            .treeToValue(
                render(
                    new DocumentKey(
                        school,
                        Audience.schoolClass(classId),
                        Category.TIMETABLE,
                        label.substring(0, 4) + "-W40")),
                DocumentBody.Timetable.class);
    assertThat(week.items()).hasSize(27);
    String month =
        one(
            "select to_char(min(held_on), 'YYYY-MM') from lessons where school_id = '"
                + school
                + "'",
            "2026-09");
    ObjectNode attendance =
        render(new DocumentKey(school, Audience.pupil(pupil), Category.ATTENDANCE, month));
    assertThat(FactJson.mapper().treeToValue(attendance, DocumentBody.Attendance.class).items())
        .noneMatch(i -> i.code().equals("ob"));
    DocumentKey unknown =
        new DocumentKey(school, Audience.pupil(UUID.randomUUID()), Category.GRADES, "1999/00-1");
    assertThat(render(unknown).toString()).isEqualTo("{\"items\":[]}");
  }

  @Test
  void onlyAnOperatorMakesIt() {
    SchoolFixture school = SchoolFixture.founded();
    school
        .asAdministrator()
        .body(Map.of("password", "Haslo-pokazowe-1"))
        .post(DEMO)
        .then()
        .statusCode(403);
    school.asAdministrator().get(DEMO).then().statusCode(403);
    SchoolFixture.asOperator()
        .body(Map.of("password", "x"))
        .post(DEMO)
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("password"));
  }

  private ObjectNode render(DocumentKey key) throws SQLException {
    DocumentRenderer renderer =
        renderers.stream().filter(r -> r.category() == key.category()).findFirst().orElseThrow();
    try (Connection relay = TestPostgres.shared().database("synergia").asRelay()) {
      return renderer.render(relay, key);
    }
  }

  private static Response make() {
    return SchoolFixture.asOperator().body(Map.of("password", "Haslo-pokazowe-1")).post(DEMO);
  }

  private static UUID account(UUID school, String login) throws SQLException {
    return UUID.fromString(
        one(
            "select id::text from school_accounts where school_id = '"
                + school
                + "' and login = '"
                + login
                + "'",
            ""));
  }

  private static List<Long> counts(UUID school) throws SQLException {
    List<Long> out = new java.util.ArrayList<>();
    for (String table :
        List.of(
            "pupils",
            "staff_members",
            "timetable_plans",
            "lessons",
            "attendance_marks",
            "grades",
            "school_accounts",
            "documents")) {
      out.add(
          Long.parseLong(
              one(
                  "select count(*)::text from " + table + " where school_id = '" + school + "'",
                  "")));
    }
    return out;
  }

  private static String one(String query, String otherwise) throws SQLException {
    try (Connection owner = TestPostgres.shared().database("synergia").asOwner();
        Statement select = owner.createStatement();
        ResultSet r = select.executeQuery(query)) {
      return r.next() ? r.getString(1) : otherwise;
    }
  }
}
