package pl.dziennik.synergia.grade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.sql.Row;
import pl.dziennik.synergia.sql.Sql;
import pl.dziennik.synergia.teaching.Insight;
import pl.dziennik.synergia.teaching.Teaching;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/** Reads grades for those who may see them; for others there are none. */
@ApplicationScoped
@Transactional
class GradeReading {
  private static final String SELECT =
      """
      select g.id, g.pupil_id, g.class_id, g.subject_id, s.name, t.first_name || ' ' || t.last_name,
             c.id, c.name, c.color, g.value, g.weight, g.counted, g.kind, g.comment, g.graded_on,
             y.label || '-' || g.term, g.corrected_from, g.revision, g.since
      from grades g
      join subjects s on s.school_id = g.school_id and s.id = g.subject_id
      join staff_members t on t.school_id = g.school_id and t.id = g.teacher_id
      join grade_categories c on c.school_id = g.school_id and c.id = g.category_id
      join school_years y on y.school_id = g.school_id and y.id = g.school_year_id
      join pupils p on p.school_id = g.school_id and p.id = g.pupil_id
      where g.school_id = ? and g.withdrawn_at is null and %s
      order by %s, g.graded_on, g.id
      """;
  private static final String BY_SUBJECT = "s.name, s.id";

  private final Sql sql;
  private final CurrentSchool school;
  private final Teaching teaching;
  private final Insight insight;

  GradeReading(Sql sql, CurrentSchool school, Teaching teaching, Insight insight) {
    this.sql = sql;
    this.school = school;
    this.teaching = teaching;
    this.insight = insight;
  }

  /** A grade with the names that people read. */
  record Line(
      UUID id,
      UUID pupilId,
      UUID classId,
      UUID subjectId,
      String subject,
      String teacher,
      UUID categoryId,
      String category,
      String color,
      String value,
      int weight,
      boolean counted,
      GradeKind kind,
      String comment,
      LocalDate date,
      String term,
      String correctedFrom,
      int revision,
      Instant since) {}

  /** The average of a pupil in a subject and term. */
  record Average(UUID pupilId, UUID subjectId, String term, BigDecimal value) {}

  /** One grade. */
  Line one(UUID id) {
    Line line =
        sql.first(SELECT.formatted("g.id = ?", BY_SUBJECT), GradeReading::line, school.id(), id)
            .orElseThrow(Problem::notFound);
    if (!insight.readsAllOf(line.pupilId()) && !teachesIt(line)) {
      throw Problem.notFound();
    }
    return line;
  }

  /** The grades of a class in a subject, in the order of the class's names. */
  List<Line> ofClass(UUID classId, UUID subjectId) {
    boolean teaches = insight.isStaff() && teaching.teaches(insight.personId(), classId, subjectId);
    boolean reads = teaches || (insight.readsWholeSchool() && teaching.yearOf(classId).isPresent());
    if (!reads) {
      throw Problem.notFound();
    }
    return sql.list(
        SELECT.formatted("g.class_id = ? and g.subject_id = ?", "p.last_name, p.first_name, p.id"),
        GradeReading::line,
        school.id(),
        classId,
        subjectId);
  }

  /** A pupil's grades: all for the family, the own subjects for a teacher. */
  List<Line> ofPupil(UUID pupil) {
    boolean all = insight.readsAllOf(pupil);
    boolean teaches =
        insight.isStaff()
            && teaching.classesOf(List.of(pupil)).stream()
                .anyMatch(c -> teaching.teachesClass(insight.personId(), c));
    if (!all && !teaches) {
      throw Problem.notFound();
    }
    return sql
        .list(
            SELECT.formatted("g.pupil_id = ?", BY_SUBJECT), GradeReading::line, school.id(), pupil)
        .stream()
        .filter(line -> all || teachesIt(line))
        .toList();
  }

  static List<Average> averages(List<Line> lines) {
    Map<List<Object>, List<Line>> groups =
        lines.stream()
            .filter(line -> line.kind().isAveraged())
            .collect(
                Collectors.groupingBy(
                    line -> List.<Object>of(line.pupilId(), line.subjectId(), line.term()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return groups.values().stream().map(GradeReading::average).flatMap(Optional::stream).toList();
  }

  private static Optional<Average> average(List<Line> group) {
    Line any = group.getFirst();
    return WeightedAverage.of(
            group.stream()
                .map(
                    line ->
                        new WeightedAverage.Part(
                            new GradeValue(line.value()), line.weight(), line.counted()))
                .toList())
        .map(value -> new Average(any.pupilId(), any.subjectId(), any.term(), value));
  }

  private boolean teachesIt(Line line) {
    return insight.isStaff()
        && teaching.teaches(insight.personId(), line.classId(), line.subjectId());
  }

  private static Line line(Row r) throws SQLException {
    return new Line(
        r.id(1),
        r.id(2),
        r.id(3),
        r.id(4),
        r.text(5),
        r.text(6),
        r.id(7),
        r.text(8),
        r.text(9),
        r.text(10),
        r.number(11),
        r.flag(12),
        GradeKind.valueOf(r.text(13)),
        r.text(14),
        r.date(15),
        r.text(16),
        r.text(17),
        r.number(18),
        r.instant(19));
  }
}
