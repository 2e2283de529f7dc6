package pl.dziennik.synergia.teaching;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import pl.dziennik.events.document.Audience;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentKey;

/** ISO weeks: the period of a timetable's document is {@code 2026-W48}. */
public final class SchoolWeek {
  private SchoolWeek() {}

  public static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  public static String period(LocalDate day) {
    return String.format(
        Locale.ROOT,
        "%04d-W%02d",
        day.get(IsoFields.WEEK_BASED_YEAR),
        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  /** The Monday of a period. */
  public static LocalDate mondayOf(String period) {
    int year = Integer.parseInt(period.substring(0, 4));
    int week = Integer.parseInt(period.substring(6));
    // 4 January is always in the first ISO week.
    return monday(LocalDate.of(year, 1, 4)).plusWeeks(week - 1L);
  }

  /** The timetable documents of a class for every week that touches these days. */
  public static List<DocumentKey> documents(
      UUID school, UUID classId, LocalDate from, LocalDate until) {
    List<DocumentKey> out = new ArrayList<>();
    for (LocalDate week = monday(from); !week.isAfter(until); week = week.plusWeeks(1)) {
      out.add(
          new DocumentKey(school, Audience.schoolClass(classId), Category.TIMETABLE, period(week)));
    }
    return out;
  }
}
