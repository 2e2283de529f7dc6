package pl.dziennik.synergia.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.synergia.sql.Sql;
import pl.dziennik.synergia.teaching.SchoolWeek;
import pl.dziennik.synergia.teaching.Stamps;

/** Writes the school, its people, who teaches what, and the week; whole lists at a time. */
@ApplicationScoped
class DemoStructure {
  static final UUID ADMINISTRATOR = DemoIds.of("administrator", 0);
  static final UUID YEAR = DemoIds.of("year", 0);

  private final Sql sql;
  private final Stamps stamps;
  private final Clock clock;

  DemoStructure(Sql sql, Stamps stamps, Clock clock) {
    this.sql = sql;
    this.stamps = stamps;
    this.clock = clock;
  }

  static UUID classId(int number) {
    return DemoIds.of("class", number);
  }

  void school(DemoYear year) {
    Instant now = clock.instant();
    sql.update(
        "insert into schools (id, name, town, reissue_contact, epoch, created_at)"
            + " values (?, 'Szkoła Podstawowa nr 7 im. Marii Skłodowskiej-Curie (pokazowa)',"
            + " 'Wrocław', 'sekretariat, pokój 12, w godzinach 8–15', ?, ?)",
        DemoIds.SCHOOL,
        now.getEpochSecond(),
        now);
    sql.update(
        "insert into school_years (school_id, id, label, starts_on, second_term_starts_on, ends_on)"
            + " values (?, ?, ?, ?, ?, ?)",
        DemoIds.SCHOOL,
        YEAR,
        year.label(),
        year.startsOn(),
        year.secondTermStartsOn(),
        year.endsOn());
    List<String> classes = DemoPeople.CLASSES;
    sql.update(
        "insert into classes (school_id, id, school_year_id, name, level)"
            + " select ?, c.id, ?, c.name, left(c.name, 1)::int"
            + " from unnest(cast(? as uuid[]), cast(? as text[])) as c(id, name)",
        DemoIds.SCHOOL,
        YEAR,
        IntStream.range(0, classes.size()).mapToObj(DemoStructure::classId).toList(),
        classes);
    sql.update(
        "insert into free_days (school_id, day, name)"
            + " select ?, d.day, d.name from unnest(cast(? as date[]), cast(? as text[]))"
            + " as d(day, name)",
        DemoIds.SCHOOL,
        year.freeDays().keySet(),
        year.freeDays().values());
  }

  void people(DemoYear year) {
    DemoPeople people = new DemoPeople(year.startYear());
    List<DemoPeople.Pupil> pupils = people.pupils();
    stamps.raise(
        pupils.stream()
            .map(p -> stamps.ofPupil(p.id(), Category.PROFILE, DocumentKey.NO_PERIOD))
            .sorted()
            .toList());
    sql.update(
        "insert into pupils (school_id, id, first_name, last_name, birth_date)"
            + " select ?, p.* from unnest(cast(? as uuid[]), cast(? as text[]), cast(? as text[]),"
            + " cast(? as date[])) p",
        DemoIds.SCHOOL,
        pupils.stream().map(DemoPeople.Pupil::id).toList(),
        pupils.stream().map(DemoPeople.Pupil::firstName).toList(),
        pupils.stream().map(DemoPeople.Pupil::lastName).toList(),
        pupils.stream().map(DemoPeople.Pupil::born).toList());
    sql.update(
        "insert into enrolments (school_id, id, pupil_id, class_id, number, from_date)"
            + " select ?, e.id, e.pupil, e.class, row_number() over (partition by e.class"
            + " order by p.last_name, p.first_name, p.id), ?"
            + " from unnest(cast(? as uuid[]), cast(? as uuid[]), cast(? as uuid[]))"
            + " as e(id, pupil, class) join pupils p on p.school_id = ? and p.id = e.pupil",
        DemoIds.SCHOOL,
        year.startsOn(),
        IntStream.range(0, pupils.size()).mapToObj(i -> DemoIds.of("enrolment", i)).toList(),
        pupils.stream().map(DemoPeople.Pupil::id).toList(),
        pupils.stream().map(p -> classId(p.classNumber())).toList(),
        DemoIds.SCHOOL);
    guardians(people.guardians());
  }

  private void guardians(List<DemoPeople.Guardian> guardians) {
    insertNames(
        "guardians",
        guardians.stream().map(DemoPeople.Guardian::id).toList(),
        guardians.stream().map(DemoPeople.Guardian::firstName).toList(),
        guardians.stream().map(DemoPeople.Guardian::lastName).toList());
    List<UUID> who = new ArrayList<>();
    List<UUID> whose = new ArrayList<>();
    guardians.forEach(
        g ->
            g.pupils()
                .forEach(
                    p -> {
                      who.add(g.id());
                      whose.add(p);
                    }));
    sql.update(
        "insert into guardianships (school_id, guardian_id, pupil_id)"
            + " select ?, g.* from unnest(cast(? as uuid[]), cast(? as uuid[])) g",
        DemoIds.SCHOOL,
        who,
        whose);
  }

  void teaching() {
    DemoTeaching teaching = new DemoTeaching();
    List<DemoTeaching.Subject> subjects = DemoTeaching.SUBJECTS;
    sql.update(
        "insert into subjects (school_id, id, name, short_name) select ?, s.*"
            + " from unnest(cast(? as uuid[]), cast(? as text[]), cast(? as text[])) s",
        DemoIds.SCHOOL,
        subjects.stream().map(DemoTeaching.Subject::id).toList(),
        subjects.stream().map(DemoTeaching.Subject::name).toList(),
        subjects.stream().map(DemoTeaching.Subject::shortName).toList());
    insertNames(
        "staff_members",
        teaching.teachers().stream().map(DemoTeaching.Teacher::id).toList(),
        teaching.teachers().stream().map(DemoTeaching.Teacher::firstName).toList(),
        teaching.teachers().stream().map(DemoTeaching.Teacher::lastName).toList());
    insertNames(
        "staff_members", List.of(ADMINISTRATOR), List.of("Grażyna"), List.of("Sekretarska"));
    List<DemoTeaching.Assignment> assignments = teaching.assignments();
    sql.update(
        "insert into teaching_assignments (school_id, id, teacher_id, subject_id, class_id)"
            + " select ?, a.* from unnest(cast(? as uuid[]), cast(? as uuid[]), cast(? as uuid[]),"
            + " cast(? as uuid[])) a",
        DemoIds.SCHOOL,
        assignments.stream().map(DemoTeaching.Assignment::id).toList(),
        assignments.stream().map(a -> teaching.teachers().get(a.teacher()).id()).toList(),
        assignments.stream().map(a -> subjects.get(a.subject()).id()).toList(),
        assignments.stream().map(a -> classId(a.classNumber())).toList());
  }

  void timetable(DemoYear year) {
    DemoTeaching teaching = new DemoTeaching();
    List<DemoWeek.Slot> slots = new DemoWeek(teaching.assignments()).slots();
    List<DocumentKey> weeks = new ArrayList<>();
    for (int c = 0; c < DemoPeople.CLASSES.size(); c++) {
      weeks.addAll(
          SchoolWeek.documents(DemoIds.SCHOOL, classId(c), year.startsOn(), year.endsOn()));
    }
    Instant since = stamps.raise(weeks.stream().sorted().toList());
    sql.update(
        "insert into bell_times (school_id, number, starts_at, ends_at) select ?, n,"
            + " time '08:00' + (n - 1) * interval '55 minutes',"
            + " time '08:45' + (n - 1) * interval '55 minutes' from generate_series(1, 9) n",
        DemoIds.SCHOOL);
    sql.update(
        "insert into timetable_plans (school_id, id, class_id, weekday, number, subject_id,"
            + " teacher_id, room, valid_from, valid_until, revision, since)"
            + " select ?, t.id, a.class_id, t.weekday, t.number, a.subject_id, a.teacher_id,"
            + " t.room, ?, ?, 1, ? from unnest(cast(? as uuid[]), cast(? as uuid[]),"
            + " cast(? as int[]), cast(? as int[]), cast(? as text[]))"
            + " as t(id, assignment, weekday, number, room)"
            + " join teaching_assignments a on a.school_id = ? and a.id = t.assignment",
        DemoIds.SCHOOL,
        year.startsOn(),
        year.endsOn(),
        since,
        IntStream.range(0, slots.size()).mapToObj(i -> DemoIds.of("slot", i)).toList(),
        slots.stream().map(s -> s.assignment().id()).toList(),
        slots.stream().map(DemoWeek.Slot::day).toList(),
        slots.stream().map(DemoWeek.Slot::number).toList(),
        slots.stream().map(s -> "sala " + (10 + s.assignment().teacher())).toList(),
        DemoIds.SCHOOL);
  }

  private void insertNames(
      String table, List<UUID> ids, List<String> firstNames, List<String> lastNames) {
    sql.update(
        "insert into %s (school_id, id, first_name, last_name) select ?, p.* from unnest("
                .formatted(table)
            + "cast(? as uuid[]), cast(? as text[]), cast(? as text[])) p",
        DemoIds.SCHOOL,
        ids,
        firstNames,
        lastNames);
  }
}
