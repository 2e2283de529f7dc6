package pl.dziennik.linking.family;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.dziennik.events.FactJson;
import pl.dziennik.events.document.Audience;
import pl.dziennik.events.document.DocumentBody;

/** What the API's description promises is what the documents hold, field by field. */
class FamilyFormsTest {
  private static final UUID ID = UUID.randomUUID();
  private static final Instant SINCE = Instant.parse("2026-11-24T09:00:00.5Z");
  private static final ObjectMapper STRICT =
      FactJson.mapper()
          .copy()
          .enable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

  @Test
  void gradesHaveTheDescribedForm() throws IOException {
    DocumentBody body =
        new DocumentBody.Grades(
            List.of(
                new DocumentBody.GradeItem(
                    ID,
                    2,
                    SINCE,
                    ID,
                    "Matematyka",
                    "Anna Nowak",
                    "Sprawdzian",
                    "#fff",
                    "4+",
                    3,
                    true,
                    "PARTIAL",
                    "\"cytat\"",
                    "2026-11-24",
                    "4")));

    FamilyForms.Grades read =
        STRICT.readValue(
            Envelope.of(found(Audience.pupil(ID), "2026/27-1", body), "terms"),
            FamilyForms.Grades.class);

    assertThat(read.complete()).isTrue();
    assertThat(read.terms().getFirst().period()).isEqualTo("2026/27-1");
    assertThat(read.terms().getFirst().items())
        .containsExactly(
            new FamilyForms.Grade(
                ID,
                2,
                SINCE,
                ID,
                "Matematyka",
                "Anna Nowak",
                "Sprawdzian",
                "#fff",
                "4+",
                3,
                true,
                "PARTIAL",
                "\"cytat\"",
                LocalDate.of(2026, 11, 24),
                "4"));
  }

  @Test
  void attendanceHasTheDescribedForm() throws IOException {
    DocumentBody body =
        new DocumentBody.Attendance(
            List.of(
                new DocumentBody.AttendanceItem(
                    ID,
                    1,
                    SINCE,
                    "2026-11-24",
                    1,
                    "Historia",
                    "Jan Żak",
                    "nb",
                    "ABSENCE",
                    "ABSENT")));

    FamilyForms.Attendance read =
        STRICT.readValue(
            Envelope.of(found(Audience.pupil(ID), "2026-11", body), "months"),
            FamilyForms.Attendance.class);

    assertThat(read.months().getFirst().items())
        .extracting(FamilyForms.Mark::teacher)
        .containsExactly("Jan Żak");
  }

  @Test
  void timetablesHaveTheDescribedFormWholeOrCut() throws IOException {
    DocumentBody body =
        new DocumentBody.Timetable(
            "2026-11-23", List.of(lesson("2026-11-23"), lesson("2026-11-27")));
    FoundDocuments found = found(Audience.schoolClass(ID), "2026-W48", body);

    assertThat(days(found, "2026-11-23", "2026-11-29")).containsExactly(23, 27);
    assertThat(days(found, "2026-11-24", "2026-11-29")).containsExactly(27);
    assertThat(days(found, "2026-11-16", "2026-11-24")).containsExactly(23);
    assertThat(days(found, "2026-11-28", "2026-12-02")).isEmpty();
  }

  @Test
  void theExamplesHaveTheDescribedForm() throws IOException {
    assertThat(STRICT.readValue(FamilyExamples.GRADES, FamilyForms.Grades.class).terms())
        .isNotEmpty();
    assertThat(STRICT.readValue(FamilyExamples.ATTENDANCE, FamilyForms.Attendance.class).months())
        .isNotEmpty();
    assertThat(STRICT.readValue(FamilyExamples.TIMETABLE, FamilyForms.Timetable.class).weeks())
        .isNotEmpty();
    assertThat(STRICT.readValue(FamilyExamples.TIMELINE, FamilyForms.Timeline.class).items())
        .isNotEmpty();
    JsonNode pupils = STRICT.readTree(FamilyExamples.PUPILS);
    assertThat(pupils.path("items")).hasSize(2);
  }

  private static List<Integer> days(FoundDocuments found, String from, String to)
      throws IOException {
    DayRange range = new DayRange(LocalDate.parse(from), LocalDate.parse(to));
    return STRICT
        .readValue(Envelope.ofWeeks(found, range), FamilyForms.Timetable.class)
        .weeks()
        .getFirst()
        .items()
        .stream()
        .map(l -> l.date().getDayOfMonth())
        .toList();
  }

  private static DocumentBody.TimetableItem lesson(String date) {
    return new DocumentBody.TimetableItem(
        ID, 1, SINCE, date, 1, "08:00", "08:45", "Matematyka", "Anna Nowak", "12", "PLANNED");
  }

  private static FoundDocuments found(Audience audience, String period, DocumentBody body)
      throws IOException {
    CoveringLink link = new CoveringLink(ID, 1, false, false, "7.1", Optional.empty());
    byte[] content = FactJson.mapper().writeValueAsBytes(body);
    return new FoundDocuments(
        ID, link, true, List.of(new StoredDocument(audience, period, 7, 1, content)));
  }
}
