package pl.dziennik.synergia.grade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.support.id.Ids;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.sql.Row;
import pl.dziennik.synergia.audit.AuditTrail;
import pl.dziennik.synergia.sql.Sql;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/** The categories of the school and of its teachers. */
@ApplicationScoped
@Transactional
class GradeCategories {
  private static final String SELECT =
      "select id, owner_id, name, weight, counted, color from grade_categories where school_id = ?";

  private final Sql sql;
  private final CurrentSchool school;
  private final AuditTrail audit;
  private final Ids ids;

  GradeCategories(Sql sql, CurrentSchool school, AuditTrail audit, Ids ids) {
    this.sql = sql;
    this.school = school;
    this.audit = audit;
    this.ids = ids;
  }

  /** What a teacher may choose from. */
  List<GradeCategory> usableBy(UUID teacher) {
    return sql.list(
        SELECT + " and (owner_id is null or owner_id = ?) order by name, id",
        GradeCategories::category,
        school.id(),
        teacher);
  }

  Optional<GradeCategory> find(UUID id) {
    return sql.first(SELECT + " and id = ?", GradeCategories::category, school.id(), id);
  }

  UUID add(Optional<UUID> owner, String name, int weight, boolean counted, String color) {
    UUID id = ids.next();
    int inserted =
        sql.update(
            "insert into grade_categories (school_id, id, owner_id, name, weight, counted, color)"
                + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
            school.id(),
            id,
            owner.orElse(null),
            name,
            weight,
            counted,
            color);
    if (inserted == 0) {
      throw Problem.of(409, "already-exists", "There is a category of this name.")
          .field("name", "already exists");
    }
    audit.record("grade-category-added", "grade-category", id.toString());
    return id;
  }

  private static GradeCategory category(Row r) throws java.sql.SQLException {
    return new GradeCategory(
        r.id(1), r.optionalId(2), r.text(3), r.number(4), r.flag(5), r.text(6));
  }
}
