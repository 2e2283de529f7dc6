package pl.dziennik.synergia.teaching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import pl.dziennik.support.id.Ids;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.synergia.access.StaffRole;
import pl.dziennik.synergia.account.AccountIssuing;
import pl.dziennik.synergia.audit.AuditTrail;
import pl.dziennik.synergia.sql.Sql;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/** Teachers and who teaches what: simple records, one small use case for both. */
@ApplicationScoped
@Transactional
class Staffing {
  private final Sql sql;
  private final CurrentSchool school;
  private final AccountIssuing issuing;
  private final AuditTrail audit;
  private final Ids ids;

  Staffing(Sql sql, CurrentSchool school, AccountIssuing issuing, AuditTrail audit, Ids ids) {
    this.sql = sql;
    this.school = school;
    this.issuing = issuing;
    this.audit = audit;
    this.ids = ids;
  }

  record Teacher(UUID id, String firstName, String lastName) {}

  record NewTeacher(UUID id, UUID accountId, String login) {}

  /** The teacher's account comes at once; its slip is printed like any other. */
  NewTeacher addTeacher(String firstName, String lastName) {
    UUID id = ids.next();
    sql.update(
        "insert into staff_members (school_id, id, first_name, last_name) values (?, ?, ?, ?)",
        school.id(),
        id,
        firstName,
        lastName);
    AccountIssuing.Issued account = issuing.toStaff(id, StaffRole.TEACHER);
    audit.record("teacher-added", "staff-member", id.toString());
    return new NewTeacher(id, account.accountId(), account.login());
  }

  List<Teacher> teachers() {
    return sql.list(
        "select s.id, s.first_name, s.last_name from staff_members s where s.school_id = ?"
            + " order by s.last_name, s.first_name, s.id",
        r -> new Teacher(r.id(1), r.text(2), r.text(3)),
        school.id());
  }

  UUID assign(UUID teacher, UUID subject, UUID classId) {
    require("staff_members", teacher, "unknown-teacher", "teacherId");
    require("subjects", subject, "unknown-subject", "subjectId");
    require("classes", classId, "unknown-class", "classId");
    UUID id = ids.next();
    int added =
        sql.update(
            "insert into teaching_assignments (school_id, id, teacher_id, subject_id, class_id)"
                + " values (?, ?, ?, ?, ?) on conflict do nothing",
            school.id(),
            id,
            teacher,
            subject,
            classId);
    if (added == 0) {
      throw Problem.of(409, "already-exists", "This exists.").field("teacherId", "already exists");
    }
    audit.record("teaching-assigned", "teaching-assignment", id.toString());
    return id;
  }

  private void require(String table, UUID id, String code, String field) {
    if (!sql.exists(
        "select 1 from %s where school_id = ? and id = ?".formatted(table), school.id(), id)) {
      throw Problem.unprocessable(code, field, "There is no such thing in this school.");
    }
  }
}
