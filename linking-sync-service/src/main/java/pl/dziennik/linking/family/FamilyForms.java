package pl.dziennik.linking.family;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The forms of answers that pass documents through unparsed: they describe the API, and tests read
 * the answers by them strictly.
 */
final class FamilyForms {
  private static final String COMPLETE = "False while the first download is under way";

  private FamilyForms() {}

  @Schema(name = "FamilyGrades")
  record Grades(
      UUID pupilId,
      UUID linkId,
      @Schema(description = COMPLETE) boolean complete,
      List<Term> terms) {}

  @Schema(name = "FamilyTermGrades")
  record Term(@Schema(examples = "2026/27-1") String period, List<Grade> items) {}

  @Schema(name = "FamilyGrade")
  record Grade(
      UUID itemId,
      @Schema(description = "Rises with every correction") int revision,
      @Schema(description = "When this revision became visible to families") Instant since,
      UUID subjectId,
      String subject,
      String teacher,
      String category,
      String color,
      @Schema(description = "As written in the gradebook: 4+, np") String value,
      @Schema(description = "In the weighted average; 0 is not counted") int weight,
      boolean counted,
      String kind,
      String comment,
      LocalDate date,
      @Schema(description = "The value before the last correction; empty when never corrected")
          String correctedFrom) {}

  @Schema(name = "FamilyAttendance")
  record Attendance(
      UUID pupilId,
      UUID linkId,
      @Schema(description = COMPLETE) boolean complete,
      List<Month> months) {}

  @Schema(name = "FamilyMonthAttendance")
  record Month(@Schema(examples = "2026-11") String period, List<Mark> items) {}

  @Schema(name = "FamilyAttendanceMark")
  record Mark(
      UUID itemId,
      int revision,
      Instant since,
      LocalDate date,
      int lessonNumber,
      String subject,
      String teacher,
      @Schema(description = "The school's symbol: nb, u, sp, zw") String code,
      @Schema(description = "The standard meaning of the symbol") String type,
      @Schema(enumeration = {"PRESENT", "ABSENT", "NEUTRAL"}) String countsAsPresent) {}

  @Schema(name = "FamilyTimetable")
  record Timetable(
      UUID pupilId,
      UUID linkId,
      @Schema(description = COMPLETE) boolean complete,
      List<Week> weeks) {}

  @Schema(name = "FamilyWeekTimetable")
  record Week(
      @Schema(examples = "2026-W48") String period,
      UUID classId,
      LocalDate weekStart,
      List<Lesson> items) {}

  @Schema(name = "FamilyLesson")
  record Lesson(
      UUID itemId,
      int revision,
      Instant since,
      LocalDate date,
      int lessonNumber,
      @Schema(description = "Local time, HH:mm; empty without bell times") String startsAt,
      String endsAt,
      String subject,
      String teacher,
      String room,
      @Schema(enumeration = {"PLANNED", "CANCELLED", "SUBSTITUTED", "MOVED"}) String status) {}

  @Schema(name = "FamilyTimeline")
  record Timeline(
      UUID pupilId,
      UUID linkId,
      @Schema(description = COMPLETE) boolean complete,
      List<TimelineEntry> items,
      @Schema(description = "Address of the next page; empty on the last") String next) {}

  @Schema(name = "FamilyTimelineEntry")
  record TimelineEntry(
      @Schema(examples = "GRADES") String category,
      @Schema(description = "Period of the document that holds the item") String period,
      @Schema(
              description = "The item as in the document of its category",
              oneOf = {Grade.class, Mark.class, Lesson.class})
          Object item) {}
}
