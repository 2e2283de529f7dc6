package pl.dziennik.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pl.dziennik.systemtests.client.Answer;
import pl.dziennik.systemtests.client.Api;

/** The demo school's teacher and families, through the gateway. */
class TeachersDayJourneyTest {
  private static final String V1 = "/synergia/v1";

  /** In days: longer than the summer holidays, and than a weekend. */
  private static final int LONG_AGO = 120;

  private static final int SOON = 7;
  private final Platform platform = Platform.running();
  private final Api teacher = as("9000002");
  private final Api otherTeacher = as("9000003");
  private final Api guardian = as("9000004");
  private final Api otherGuardian = as("9000005");

  @Test
  void aGradeIsEnteredCorrectedAndSeenByItsFamilyOnly() {
    Lesson lesson = aLessonOfMyOwn();
    String category =
        teacher.get(V1 + "/grade-categories").expect(200).json().at("/items/0/id").asText();
    Map<String, Object> grade =
        Map.of(
            "classId",
            lesson.classId(),
            "subjectId",
            lesson.subjectId(),
            "pupilId",
            lesson.pupilId(),
            "categoryId",
            category,
            "value",
            "4+",
            "date",
            lesson.gradedOn(),
            "comment",
            "Bardzo ładna praca.");
    Answer posted = teacher.post(V1 + "/grades", grade).expect(201);
    String path = V1 + "/grades/" + posted.json().path("id").asText();

    teacher.patch(path, Map.of("value", "5")).expect(428);
    teacher.with("If-Match", "\"99\"").patch(path, Map.of("value", "5")).expect(412);
    teacher
        .with("If-Match", teacher.get(path).expect(200).header("etag"))
        .patch(path, Map.of("value", "5"))
        .expect(200);

    JsonNode audit = as("9000001").get(V1 + "/audit?limit=20").expect(200).json();
    assertThat(audit.toString()).contains("value=4+").contains("value=5 ");
    otherGuardian.get(path).expect(404);
    otherGuardian.get(V1 + "/grades?pupilId=" + lesson.pupilId()).expect(404);
  }

  @Test
  void badGradesAreRefusedWithTheFieldAndNothingIsStored() {
    Lesson lesson = aLessonOfMyOwn();
    String own = guardian.get(V1 + "/me").expect(200).json().at("/pupils/1/id").asText();
    String category =
        teacher.get(V1 + "/grade-categories").expect(200).json().at("/items/0/id").asText();
    Map<String, Object> good =
        new HashMap<>(
            Map.of(
                "classId", lesson.classId(),
                "subjectId", lesson.subjectId(),
                "pupilId", lesson.pupilId(),
                "categoryId", category,
                "date", lesson.gradedOn(),
                "value", "7"));
    assertThat(teacher.post(V1 + "/grades", good).code()).isEqualTo("invalid-grade-value");
    good.put("value", "4");
    good.put("comment", "x".repeat(900_000));
    assertThat(teacher.post(V1 + "/grades", good).expect(400).code()).isEqualTo("invalid-request");
    good.put("comment", "a\u0000b");
    assertThat(teacher.post(V1 + "/grades", good).expect(400).code()).isEqualTo("nul-character");
    good.put("comment", "");
    good.put("pupilId", own);
    assertThat(teacher.post(V1 + "/grades", good).status()).isIn(404, 422);
    good.put("pupilId", lesson.pupilId());
    assertThat(otherTeacher.post(V1 + "/grades", good).status()).isIn(404, 422);
    guardian.post(V1 + "/grades", good).expect(403);
  }

  @Test
  void aFamilyReadsItsOwnChildAndNoOther() {
    String own = guardian.get(V1 + "/me").expect(200).json().at("/pupils/0/id").asText();
    for (String what : new String[] {"/grades?pupilId=", "/attendance?pupilId="}) {
      guardian.get(V1 + what + own).expect(200);
      otherGuardian.get(V1 + what + own).expect(404);
    }
  }

  /**
   * @param gradedOn a day of the school year that has come: today may lie in the holidays
   */
  private record Lesson(String classId, String subjectId, String pupilId, String gradedOn) {}

  /** The first lesson of a day on which this teacher works, and the first pupil of its class. */
  private Lesson aLessonOfMyOwn() {
    LocalDate today = LocalDate.now(ZoneId.of("Europe/Warsaw"));
    // No lessons at weekends and in the holidays: the last day that had some, or the first one that
    // will, where September begins with a weekend.
    LocalDate day =
        Stream.concat(
                IntStream.range(0, LONG_AGO).mapToObj(today::minusDays),
                IntStream.range(1, SOON).mapToObj(today::plusDays))
            .filter(d -> !firstLesson(d).isMissingNode())
            .findFirst()
            .orElseThrow();
    JsonNode lesson = firstLesson(day);
    String classId = lesson.path("classId").asText();
    String pupil =
        teacher
            .get(V1 + "/classes/" + classId + "/pupils")
            .expect(200)
            .json()
            .at("/items/0/id")
            .asText();
    String gradedOn = (day.isAfter(today) ? today : day).toString();
    return new Lesson(classId, lesson.path("subjectId").asText(), pupil, gradedOn);
  }

  private JsonNode firstLesson(LocalDate day) {
    return teacher.get(V1 + "/timetable?date=" + day).expect(200).json().at("/items/0");
  }

  private Api as(String login) {
    return platform.anonymous().as(platform.token(login));
  }
}
