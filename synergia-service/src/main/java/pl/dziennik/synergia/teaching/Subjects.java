package pl.dziennik.synergia.teaching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import pl.dziennik.support.id.Ids;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.sql.RowReader;
import pl.dziennik.synergia.audit.AuditTrail;
import pl.dziennik.synergia.revision.IfMatch;
import pl.dziennik.synergia.sql.Sql;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/** The school's subjects. A new name goes into families' copies too. */
@ApplicationScoped
@Transactional
class Subjects {
  private static final String SELECT =
      "select id, name, short_name, revision from subjects where school_id = ?";
  private static final RowReader<Subject> READER =
      r -> new Subject(r.id(1), r.text(2), r.text(3), r.number(4));

  private final Sql sql;
  private final CurrentSchool school;
  private final Renames renames;
  private final AuditTrail audit;
  private final Ids ids;

  Subjects(Sql sql, CurrentSchool school, Renames renames, AuditTrail audit, Ids ids) {
    this.sql = sql;
    this.school = school;
    this.renames = renames;
    this.audit = audit;
    this.ids = ids;
  }

  record Subject(UUID id, String name, String shortName, int revision) {}

  List<Subject> all() {
    return sql.list(SELECT + " order by name, id", READER, school.id());
  }

  Subject one(UUID id) {
    return find(id, "");
  }

  UUID add(String name, String shortName) {
    UUID id = ids.next();
    int added =
        sql.update(
            "insert into subjects (school_id, id, name, short_name) values (?, ?, ?, ?)"
                + " on conflict do nothing",
            school.id(),
            id,
            name,
            shortName);
    if (added == 0) {
      throw nameTaken();
    }
    audit.record("subject-added", "subject", id.toString());
    return id;
  }

  /**
   * The documents that carry the old name are raised.
   *
   * @param ifMatch tag of the subject that the caller has read
   */
  Subject rename(UUID id, String name, String ifMatch) {
    // The lock makes two renames at once take turns: the second one finds another revision.
    Subject before = find(id, " for update");
    IfMatch.check(ifMatch, before.revision());
    if (sql.exists(
        "select 1 from subjects where school_id = ? and name = ? and id <> ?",
        school.id(),
        name,
        id)) {
      throw nameTaken();
    }
    renames.ofSubject(id);
    Subject after = new Subject(id, name, before.shortName(), before.revision() + 1);
    sql.update(
        "update subjects set name = ?, revision = ? where school_id = ? and id = ?",
        name,
        after.revision(),
        school.id(),
        id);
    audit.record("subject-renamed", "subject", id.toString(), before.name(), name);
    return after;
  }

  private Subject find(UUID id, String lock) {
    return sql.first(SELECT + " and id = ?" + lock, READER, school.id(), id)
        .orElseThrow(Problem::notFound);
  }

  private static Problem nameTaken() {
    return Problem.of(409, "already-exists", "This exists.").field("name", "already exists");
  }
}
