package pl.dziennik.synctests;

import static pl.dziennik.synctests.SchoolSide.CLASS_A;
import static pl.dziennik.synctests.SchoolSide.GRADE_CATEGORY;
import static pl.dziennik.synctests.SchoolSide.SCHOOL;
import static pl.dziennik.synctests.SchoolSide.SUBJECT;
import static pl.dziennik.synctests.SchoolSide.TEACHER;
import static pl.dziennik.synctests.SchoolSide.YEAR;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import pl.dziennik.support.sql.Statements;

/** Rows of the school's registers, in the transaction of whoever enters them. */
final class SchoolRows {
  private SchoolRows() {}

  static UUID insertGrade(Connection c, UUID pupil, String value, Instant since)
      throws SQLException {
    UUID grade = UUID.randomUUID();
    Statements.update(
        c,
        "insert into grades values (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, 5, true, 'CURRENT', '',"
            + " date '2026-11-20', '', 1, ?, null)",
        SCHOOL,
        grade,
        pupil,
        CLASS_A,
        SUBJECT,
        TEACHER,
        GRADE_CATEGORY,
        YEAR,
        value,
        since);
    return grade;
  }

  static int correctGrade(Connection c, UUID grade, String value, Instant since)
      throws SQLException {
    return Statements.update(
        c,
        "update grades set corrected_from = value, value = ?, revision = revision + 1,"
            + " since = ? where id = ?",
        value,
        since,
        grade);
  }

  /**
   * @param number of the lesson on that day
   */
  static int insertAbsence(Connection c, UUID pupil, String day, int number, Instant since)
      throws SQLException {
    UUID lesson = UUID.randomUUID();
    Statements.update(
        c,
        "insert into lessons values (?, ?, ?, ?, ?, cast(? as date), ?, 'Temat', now())",
        SCHOOL,
        lesson,
        CLASS_A,
        SUBJECT,
        TEACHER,
        day,
        number);
    return Statements.update(
        c,
        "insert into attendance_marks values (?, ?, ?, ?, 'nb', 1, ?)",
        SCHOOL,
        UUID.randomUUID(),
        lesson,
        pupil,
        since);
  }
}
