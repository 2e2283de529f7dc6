package pl.dziennik.synergia.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.synergia.sql.Sql;
import pl.dziennik.synergia.teaching.Stamps;

/**
 * Writes what has happened in the term so far, inside the database: a hash of names decides who was
 * absent and what the grades are, so that it is the same every time. {@code since} is the day of
 * the thing itself: families see a history with its dates.
 */
@ApplicationScoped
class DemoHistory {
  /** An id of a hash {@code h.h}; version 7 in form. */
  private static final String ID =
      "cast('%s' || substr(h.h, 1, 3) || '-8' || substr(h.h, 4, 3) || '-' || substr(h.h, 7, 12)"
              .formatted(DemoIds.PREFIX)
          + " as uuid)";

  private static final String LESSONS =
      """
      insert into lessons (school_id, id, class_id, subject_id, teacher_id, held_on, number, topic,
        recorded_at)
      select t.school_id, %s, t.class_id, t.subject_id, t.teacher_id, d.day, t.number,
        (array['Wprowadzenie nowego materiału', 'Ćwiczenia w grupach', 'Praca z podręcznikiem',
          'Utrwalenie wiadomości', 'Powtórzenie przed sprawdzianem', 'Sprawdzian wiadomości',
          'Omówienie i poprawa sprawdzianu', 'Praca z tekstem źródłowym'])
          [1 + (d.day - cast(? as date)) / 7 %% 8],
        (d.day + b.starts_at + interval '10 minutes') at time zone 'Europe/Warsaw'
      from timetable_plans t
      join bell_times b on b.school_id = t.school_id and b.number = t.number
      cross join lateral (select cast(g as date) as day from generate_series(
        cast(? as timestamp), cast(? as timestamp), interval '1 day') g) d
      cross join lateral (select md5(t.id || 'lesson' || d.day) as h) h
      where t.school_id = ? and extract(isodow from d.day) = t.weekday
        and not exists (select 1 from free_days f where f.school_id = t.school_id
                        and f.day = d.day)
      """;

  /** Three days in a hundred somebody is away; now and then a lesson is missed or begun late. */
  private static final String MARKS =
      """
      insert into attendance_marks (school_id, id, lesson_id, pupil_id, code, revision, since)
      select l.school_id, %s, l.id, e.pupil_id,
        case when r.day < 25 then case when r.day < 17 then 'u' else 'nb' end
             when r.lesson < 8 then 'sp' when r.lesson < 11 then 'su'
             when r.lesson < 15 then 'zw' when r.lesson < 18 then 'ns'
             when r.lesson < 22 then 'nb' else 'ob' end,
        1, l.recorded_at
      from lessons l
      join enrolments e on e.school_id = l.school_id and e.class_id = l.class_id
      cross join lateral (select md5(l.id || 'mark' || e.pupil_id) as h) h
      cross join lateral (select
        (hashtextextended(e.pupil_id || 'day' || l.held_on, 7) & 65535) %% 1000 as day,
        (hashtextextended(e.pupil_id || 'lesson' || l.id, 7) & 65535) %% 1000 as lesson) r
      where l.school_id = ?
      """;

  private static final String GRADES =
      """
      insert into grades (school_id, id, pupil_id, class_id, subject_id, teacher_id, category_id,
        school_year_id, term, value, weight, counted, comment, kind, graded_on, revision, since)
      select e.school_id, %s, e.pupil_id, a.class_id, a.subject_id, a.teacher_id, c.id, ?, ?,
        (array['1', '2', '2+', '3-', '3', '3+', '4-', '4', '4+', '5-', '5', '5+', '6'])
          [1 + least(12, r.talent + r.luck)],
        c.weight, c.counted,
        (array['', '', 'Dobra praca, popraw zapis rozwiązań.', 'Widać postęp, tak trzymaj.',
          'Przeczytaj jeszcze raz rozdział i zgłoś się na poprawę.'])[1 + r.luck %% 5],
        'CURRENT', d.day, 1,
        (d.day + time '12:00' + r.luck * interval '7 minutes') at time zone 'Europe/Warsaw'
      from enrolments e
      join teaching_assignments a on a.school_id = e.school_id and a.class_id = e.class_id
      cross join generate_series(1, 5) n
      cross join lateral (select md5(e.pupil_id || 'grade' || a.id || n) as h) h
      cross join lateral (select
        cast((hashtextextended(cast(e.pupil_id as text), 1) & 65535) %% 8 as int) as talent,
        cast((hashtextextended(h.h, 2) & 65535) %% 6 as int) as luck,
        cast((hashtextextended(h.h, 3) & 65535) %% 12 as int) as days) r
      cross join lateral (select x.day - greatest(0, cast(extract(isodow from x.day) as int) - 5)
        as day from (select cast(? as date) + 3 + n * 14 + r.days as day) x) d
      join grade_categories c on c.school_id = e.school_id
        and c.id = (cast(? as uuid[]))[1 + (n + r.luck) %% 5]
      where e.school_id = ? and e.until_date is null and d.day <= cast(? as date)
        and not exists (select 1 from free_days f where f.school_id = e.school_id
                        and f.day = d.day)
      """;

  private static final List<String> CATEGORIES =
      List.of("sprawdzian", "kartkówka", "odpowiedź ustna", "aktywność", "praca na lekcji");
  private static final List<Integer> WEIGHTS = List.of(7, 5, 3, 2, 1);
  private static final List<String> COLORS =
      List.of("#D32F2F", "#1976D2", "#388E3C", "#F57C00", "#7B1FA2");

  private final Sql sql;
  private final Stamps stamps;

  DemoHistory(Sql sql, Stamps stamps) {
    this.sql = sql;
    this.stamps = stamps;
  }

  void lessons(DemoYear year) {
    Set<DocumentKey> months = new TreeSet<>();
    List<UUID> pupils = pupils(year);
    YearMonth last = YearMonth.from(year.today());
    for (YearMonth m = YearMonth.from(year.termStartsOn()); !m.isAfter(last); m = m.plusMonths(1)) {
      String month = m.toString();
      pupils.forEach(p -> months.add(stamps.ofPupil(p, Category.ATTENDANCE, month)));
    }
    stamps.raise(months);
    sql.update(
        LESSONS.formatted(ID),
        year.startsOn(),
        year.termStartsOn().toString(),
        year.lastDay().toString(),
        DemoIds.SCHOOL);
    sql.update(MARKS.formatted(ID), DemoIds.SCHOOL);
  }

  void grades(DemoYear year) {
    String period = year.label() + "-" + year.term();
    Set<DocumentKey> documents = new TreeSet<>();
    pupils(year).forEach(p -> documents.add(stamps.ofPupil(p, Category.GRADES, period)));
    stamps.raise(documents);
    List<UUID> categories =
        IntStream.range(0, CATEGORIES.size()).mapToObj(i -> DemoIds.of("category", i)).toList();
    sql.update(
        "insert into grade_categories (school_id, id, name, weight, counted, color)"
            + " select ?, c.id, c.name, c.weight, true, c.color from unnest(cast(? as uuid[]),"
            + " cast(? as text[]), cast(? as int[]), cast(? as text[])) c(id, name, weight, color)",
        DemoIds.SCHOOL,
        categories,
        CATEGORIES,
        WEIGHTS,
        COLORS);
    sql.update(
        GRADES.formatted(ID),
        DemoStructure.YEAR,
        year.term(),
        year.termStartsOn(),
        categories,
        DemoIds.SCHOOL,
        year.lastDay());
    sql.update(
        "insert into grade_revisions (school_id, grade_id, revision, value, weight, comment,"
            + " withdrawn, author_id, at) select school_id, id, 1, value, weight, comment, false,"
            + " teacher_id, since from grades where school_id = ?",
        DemoIds.SCHOOL);
  }

  private static List<UUID> pupils(DemoYear year) {
    return new DemoPeople(year.startYear()).pupils().stream().map(DemoPeople.Pupil::id).toList();
  }
}
