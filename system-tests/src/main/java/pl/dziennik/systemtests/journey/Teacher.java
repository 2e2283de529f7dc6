package pl.dziennik.systemtests.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.dziennik.systemtests.client.Answer;
import pl.dziennik.systemtests.client.Api;

/** A teacher of one subject in one class, with a lesson on the plan of today. */
public final class Teacher {
  private static final String V1 = "/synergia/v1";
  private static final ZoneId SCHOOL_ZONE = ZoneId.of("Europe/Warsaw");
  private static final int LESSON = 3;

  private final Api api;
  private final String classId;
  private final String subjectId;
  private final String categoryId;

  private Teacher(Api api, String classId, String subjectId, String categoryId) {
    this.api = api;
    this.classId = classId;
    this.subjectId = subjectId;
    this.categoryId = categoryId;
  }

  /** The administrator employs a teacher of mathematics, who logs in for the first time. */
  public static Teacher employed(School school, Api administrator, String classId) {
    JsonNode person =
        administrator
            .post(V1 + "/teachers", Map.of("firstName", "Bogusława", "lastName", "Ćwiek"))
            .expect(201)
            .json();
    String teacher = person.path("id").asText();
    String subject =
        School.created(
            administrator, "/subjects", Map.of("name", "matematyka", "shortName", "mat"));
    School.created(
        administrator,
        "/teaching-assignments",
        Map.of("teacherId", teacher, "subjectId", subject, "classId", classId));
    plan(administrator, classId, subject, teacher);
    Api api = school.firstLogin(slip(administrator, person.path("accountId").asText()));
    School.accept(api);
    String category =
        School.created(
            api, "/grade-categories", Map.of("name", "Sprawdzian", "weight", 7, "counted", true));
    return new Teacher(api, classId, subject, category);
  }

  private static Slip slip(Api administrator, String account) {
    String path = V1 + "/school-accounts/" + account + "/slip";
    Answer pdf =
        Patience.until(
            "the teacher's account",
            () -> Optional.of(administrator.post(path, Map.of())).filter(a -> a.status() == 200));
    return Slip.on(pdf).getFirst();
  }

  private static void plan(Api administrator, String classId, String subject, String teacher) {
    SchoolYear year = SchoolYear.of(today());
    School.created(
        administrator,
        "/timetable-plans",
        Map.of(
            "classId",
            classId,
            "weekday",
            today().getDayOfWeek().getValue(),
            "number",
            LESSON,
            "subjectId",
            subject,
            "teacherId",
            teacher,
            "room",
            "14",
            "validFrom",
            year.startsOn().toString(),
            "validUntil",
            year.endsOn().toString()));
  }

  public Api api() {
    return api;
  }

  /** Enters a grade; the answer of the gradebook. */
  public JsonNode grades(String pupil, String value, String comment) {
    return api.post(V1 + "/grades", grade(pupil, value, comment)).expect(201).json();
  }

  /** The body of a grade of this teacher's subject. */
  public Map<String, Object> grade(String pupil, String value, String comment) {
    return Map.of(
        "classId", classId,
        "subjectId", subjectId,
        "pupilId", pupil,
        "categoryId", categoryId,
        "value", value,
        "comment", comment);
  }

  /** Corrects a grade as it was read. */
  public void corrects(String grade, String value) {
    String path = V1 + "/grades/" + grade;
    api.with("If-Match", api.get(path).expect(200).header("etag"))
        .patch(path, Map.of("value", value))
        .expect(200);
  }

  /** Takes back a grade that was entered by mistake. */
  public void withdraws(String grade) {
    String path = V1 + "/grades/" + grade;
    api.with("If-Match", api.get(path).expect(200).header("etag")).delete(path).expect(204);
  }

  /** Calls the roll of today's lesson: that pupil is absent. */
  public void callsTheRoll(String absentPupil) {
    api.post(
            V1 + "/lessons",
            Map.of(
                "classId", classId,
                "subjectId", subjectId,
                "number", LESSON,
                "topic", "Ułamki zwykłe",
                "marks", List.of(Map.of("pupilId", absentPupil, "code", "nb"))))
        .expect(201);
  }

  /** The plan of today. */
  public JsonNode planOfTheDay() {
    return api.get(V1 + "/timetable?date=" + today()).expect(200).json().path("items");
  }

  public static LocalDate today() {
    return LocalDate.now(SCHOOL_ZONE);
  }
}
