package pl.dziennik.synergia;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import pl.dziennik.events.document.Audience;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.synergia.sync.DocumentRenderer;
import pl.dziennik.testkit.TestPostgres;

/** What the relay would publish after a teacher's work, byte for byte of the published language. */
@SynergiaTest
class DocumentsIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject Instance<DocumentRenderer> renderers;

  @Test
  void aCorrectedGradeIsRenderedAsTheContractSays() throws Exception {
    GradebookFixture book = GradebookFixture.ready();
    String id =
        book.asTeacher()
            .body(book.grade("3"))
            .post("/synergia/v1/grades")
            .jsonPath()
            .getString("id");
    Response now = new Grading(book).correct(id, "\"1\"", Map.of("value", "4+"));
    String since = now.jsonPath().getString("since");

    JsonNode rendered =
        render(book, Audience.pupil(book.a().pupil()), Category.GRADES, "2026/27-1");

    assertThat(rendered)
        .isEqualTo(
            JSON.readTree(
                """
                {"items": [{"itemId": "%s", "revision": 2, "since": "%s", "subjectId": "%s",
                  "subject": "matematyka", "teacher": "Ewa Nauczycielska 4a",
                  "category": "sprawdzian", "color": "#D32F2F", "value": "4+", "weight": 7,
                  "counted": true, "kind": "CURRENT", "comment": "Dobra praca",
                  "date": "2026-11-20", "correctedFrom": "3"}]}
                """
                    .formatted(id, since, book.maths())));
    assertThat(
            render(book, Audience.pupil(book.a().pupil()), Category.GRADES, "2026/27-2")
                .path("items"))
        .isEmpty();
    assertThat(
            render(book, Audience.pupil(book.b().pupil()), Category.GRADES, "2026/27-1")
                .path("items"))
        .isEmpty();
  }

  @Test
  void anAbsenceIsRenderedAndAPresenceIsNot() throws Exception {
    GradebookFixture book = GradebookFixture.ready();
    TeachersDay day = new TeachersDay(book);
    day.hold(day.lesson(1, "nb")).then().statusCode(201);
    day.hold(day.lesson(2, "ob")).then().statusCode(201);

    JsonNode items =
        render(book, Audience.pupil(book.a().pupil()), Category.ATTENDANCE, "2026-11")
            .path("items");

    assertThat(items).hasSize(1);
    JsonNode item = items.get(0);
    assertThat(item.path("since").asText()).endsWith("Z");
    assertThat(without(item, "itemId", "since"))
        .hasToString(
            JSON.readTree(
                    """
                    {"revision": 1, "date": "2026-11-20", "lessonNumber": 1, "subject": "matematyka",
                     "teacher": "Ewa Nauczycielska 4a", "code": "nb", "type": "ABSENT",
                     "countsAsPresent": "ABSENT"}
                    """)
                .toString());
    assertThat(
            render(book, Audience.pupil(book.a().pupil()), Category.ATTENDANCE, "2026-10")
                .path("items"))
        .isEmpty();
  }

  @Test
  void anEntryOfThePlanIsOneItemInAllItsWeeks() throws Exception {
    GradebookFixture book = GradebookFixture.ready();
    UUID entry =
        book.school()
            .created(
                "/synergia/v1/timetable-plans",
                TeachersDay.with(
                    new TeachersDay(book).entry(5, 2),
                    "validFrom",
                    "2026-11-16",
                    "validUntil",
                    "2026-11-29"));

    JsonNode week =
        render(book, Audience.schoolClass(book.a().classId()), Category.TIMETABLE, "2026-W47");
    assertThat(week.path("weekStart").asText()).isEqualTo("2026-11-16");
    JsonNode item = week.path("items").get(0);
    assertThat(without(item, "since"))
        .isEqualTo(
            JSON.readTree(
                """
                {"itemId": "%s", "revision": 1, "date": "2026-11-20", "lessonNumber": 2,
                 "startsAt": "08:55", "endsAt": "09:40", "subject": "matematyka",
                 "teacher": "Ewa Nauczycielska 4a", "room": "12", "status": "PLANNED"}
                """
                    .formatted(entry)));
    JsonNode next =
        render(book, Audience.schoolClass(book.a().classId()), Category.TIMETABLE, "2026-W48")
            .path("items")
            .get(0);
    assertThat(next.path("itemId")).isEqualTo(item.path("itemId"));
    assertThat(next.path("since")).isEqualTo(item.path("since"));
    assertThat(next.path("date").asText()).isEqualTo("2026-11-27");
    assertThat(
            render(book, Audience.schoolClass(book.a().classId()), Category.TIMETABLE, "2026-W49")
                .path("items"))
        .isEmpty();
  }

  @Test
  void ofTwoCorrectionsAtOnceOneWins() throws Exception {
    GradebookFixture book = GradebookFixture.ready();
    Grading grading = new Grading(book);
    String id = Grading.id(grading.post(book.grade("3")));
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      List<Future<Integer>> answers =
          List.of("1", "2", "5", "6").stream()
              .map(
                  value ->
                      pool.submit(
                          () -> {
                            start.await();
                            return grading
                                .correct(id, "\"1\"", Map.of("value", value))
                                .statusCode();
                          }))
              .toList();
      start.countDown();
      List<Integer> statuses = new java.util.ArrayList<>();
      for (Future<Integer> answer : answers) {
        statuses.add(answer.get());
      }
      assertThat(statuses).containsExactlyInAnyOrder(200, 412, 412, 412);
    }
    assertThat(grading.gradesVersion()).isEqualTo(2);
  }

  private static JsonNode without(JsonNode item, String... fields) {
    ObjectNode copy = item.deepCopy();
    copy.remove(List.of(fields));
    return copy;
  }

  private JsonNode render(
      GradebookFixture book, Audience audience, Category category, String period)
      throws SQLException {
    DocumentRenderer renderer =
        renderers.stream().filter(r -> r.category() == category).findFirst().orElseThrow();
    try (Connection relay = TestPostgres.shared().database("synergia").asRelay()) {
      return renderer.render(
          relay, new DocumentKey(book.school().id(), audience, category, period));
    }
  }
}
