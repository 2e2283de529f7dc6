package pl.dziennik.synctests;

import static pl.dziennik.synctests.SchoolSide.CLASS_A;
import static pl.dziennik.synctests.SchoolSide.CLASS_B;
import static pl.dziennik.synctests.SchoolSide.FATHER;
import static pl.dziennik.synctests.SchoolSide.GRADE_CATEGORY;
import static pl.dziennik.synctests.SchoolSide.JAN;
import static pl.dziennik.synctests.SchoolSide.MOTHER;
import static pl.dziennik.synctests.SchoolSide.SCHOOL;
import static pl.dziennik.synctests.SchoolSide.SUBJECT;
import static pl.dziennik.synctests.SchoolSide.TEACHER;
import static pl.dziennik.synctests.SchoolSide.YEAR;
import static pl.dziennik.synctests.SchoolSide.ZOSIA;

import java.util.List;
import java.util.UUID;

/** What the school begins with, laid into an empty database. */
record SchoolGround(SyncDatabase database) {

  /** Everything that stands before anybody grades, or links. */
  void lay() {
    database.asSuperuser(
        "insert into schools values ('%s', 'Szkoła', 'Łódź', 'pokój 12', 1000, now())"
            .formatted(SCHOOL));
    row("school_years", YEAR, "'2026/27', '2026-09-01', '2027-02-01', '2027-06-25'");
    row("classes", CLASS_A, "'%s', '4a', 4".formatted(YEAR));
    row("classes", CLASS_B, "'%s', '4b', 4".formatted(YEAR));
    row("staff_members", TEACHER, "'Ewa', 'Nowak'");
    row("subjects", SUBJECT, "'matematyka', 'mat'");
    row("grade_categories", GRADE_CATEGORY, "null, 'sprawdzian', 5, true, '#D32F2F'");
    pupil(ZOSIA, "Zosia", CLASS_A);
    pupil(JAN, "Jan", CLASS_B);
    parent(MOTHER, "Anna");
    parent(FATHER, "Piotr");
  }

  private void pupil(UUID pupil, String name, UUID classId) {
    row("pupils", pupil, "'%s', 'Łęcka', '2016-01-01'".formatted(name));
    row(
        "enrolments",
        UUID.randomUUID(),
        "'%s', '%s', 1, '2026-09-01', null".formatted(pupil, classId));
  }

  /** A guardian of both; the account has the guardian's id. */
  private void parent(UUID guardian, String name) {
    row("guardians", guardian, "'%s', 'Łęcka'".formatted(name));
    for (UUID child : List.of(ZOSIA, JAN)) {
      database.asSuperuser(
          "insert into guardianships values ('%s', '%s', '%s')".formatted(SCHOOL, guardian, child));
    }
    row(
        "school_accounts",
        guardian,
        "'%d', 'GUARDIAN', '%s', '%s', true, 0, now()"
            .formatted(1000000 + guardian.getLeastSignificantBits(), guardian, guardian));
  }

  private void row(String table, UUID rowId, String rest) {
    database.asSuperuser(
        "insert into %s values ('%s', '%s', %s)".formatted(table, SCHOOL, rowId, rest));
  }
}
