package pl.dziennik.events.document;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What stands in a document. An item carries {@code itemId}, {@code revision} and {@code since}:
 * when this revision became visible to families.
 */
public sealed interface DocumentBody {

  /** The child's own data; the only document with their name. No items. */
  record Profile(
      UUID pupilId,
      String firstName,
      String lastName,
      String schoolName,
      String className,
      String schoolYear)
      implements DocumentBody {}

  /** What a Synergia account may see. Published also when the account is disabled. */
  record Access(
      UUID accountId, boolean enabled, List<AccessPupil> pupils, List<Category> blockedCategories)
      implements DocumentBody {
    public Access {
      pupils = List.copyOf(pupils);
      blockedCategories = List.copyOf(blockedCategories);
    }
  }

  record AccessPupil(UUID pupilId, List<UUID> classIds) {
    public AccessPupil {
      classIds = List.copyOf(classIds);
    }
  }

  /** Grades of a pupil in a term, in Polish order of subjects, then by date. */
  record Grades(List<GradeItem> items) implements DocumentBody {
    public Grades {
      items = List.copyOf(items);
    }
  }

  /**
   * @param value the symbol as written in the gradebook: {@code 4+}, {@code np}
   * @param weight in the weighted average; 0 is not counted
   * @param date civil date of the grade in the school's zone, ISO
   * @param correctedFrom the symbol before the last correction, empty when never corrected
   */
  record GradeItem(
      UUID itemId,
      int revision,
      Instant since,
      UUID subjectId,
      String subject,
      String teacher,
      String category,
      String color,
      String value,
      int weight,
      boolean counted,
      String kind,
      String comment,
      String date,
      String correctedFrom) {}

  /** Attendance of a pupil in a month. */
  record Attendance(List<AttendanceItem> items) implements DocumentBody {
    public Attendance {
      items = List.copyOf(items);
    }
  }

  /**
   * @param code the school's symbol ({@code nb}); {@code type} the standard meaning
   * @param countsAsPresent {@code PRESENT}, {@code ABSENT} or {@code NEUTRAL}
   */
  record AttendanceItem(
      UUID itemId,
      int revision,
      Instant since,
      String date,
      int lessonNumber,
      String subject,
      String teacher,
      String code,
      String type,
      String countsAsPresent) {}

  /** Timetable of a class in an ISO week. */
  record Timetable(String weekStart, List<TimetableItem> items) implements DocumentBody {
    public Timetable {
      items = List.copyOf(items);
    }
  }

  /**
   * @param startsAt local time {@code HH:mm} of the school's bell schedule
   * @param status {@code PLANNED}, {@code CANCELLED}, {@code SUBSTITUTED} or {@code MOVED}
   */
  record TimetableItem(
      UUID itemId,
      int revision,
      Instant since,
      String date,
      int lessonNumber,
      String startsAt,
      String endsAt,
      String subject,
      String teacher,
      String room,
      String status) {}
}
