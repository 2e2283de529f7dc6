package pl.dziennik.synergia;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The teacher of 4a at the grades. */
record Grading(GradebookFixture book) {
  static final String GRADES = "/synergia/v1/grades";
  private static @Nullable Grading shared;

  /** One school for all: every test enters its own grades. */
  static Grading shared() {
    if (shared == null) {
      shared = new Grading(GradebookFixture.ready());
    }
    return shared;
  }

  /** A grade's body, but for these members. */
  Map<String, Object> with(Object... changes) {
    Map<String, Object> body = new HashMap<>(book.grade("4"));
    for (int i = 0; i < changes.length; i += 2) {
      body.put((String) changes[i], changes[i + 1]);
    }
    return body;
  }

  Response post(Map<String, Object> body) {
    return book.asTeacher().body(body).post(GRADES);
  }

  Response correct(String id, String tag, Map<String, Object> body) {
    return book.asTeacher().header("If-Match", tag).body(body).patch(GRADES + "/" + id);
  }

  static String id(Response posted) {
    return posted.jsonPath().getString("id");
  }

  long gradesVersion() {
    return GradebookFixture.version(
        book.school().id(), "PUPIL:" + book.a().pupil(), "GRADES", "2026/27-1");
  }
}
