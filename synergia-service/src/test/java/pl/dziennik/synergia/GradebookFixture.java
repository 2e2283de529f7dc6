package pl.dziennik.synergia;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import pl.dziennik.testkit.TestPostgres;

/**
 * A school with two classes of one child each: the teacher of 4a teaches mathematics there, the
 * other teacher the same in 4b.
 */
record GradebookFixture(SchoolFixture school, UUID maths, UUID category, ClassSide a, ClassSide b) {

  /** A class, its only pupil, and everybody's account. */
  record ClassSide(
      UUID classId,
      UUID pupil,
      UUID pupilAccount,
      UUID guardianAccount,
      UUID teacher,
      UUID teacherAccount) {}

  static GradebookFixture ready() {
    SchoolFixture school = SchoolFixture.founded();
    UUID maths = UUID.randomUUID();
    run("insert into subjects values (?, ?, 'matematyka', 'mat')", school.id(), maths);
    ClassSide a = side(school, maths, "4a", "Zosia", "Łęcka");
    ClassSide b = side(school, maths, "4b", "Antoni", "Żak");
    UUID category =
        school.created(
            "/synergia/v1/grade-categories",
            Map.of("name", "sprawdzian", "weight", 7, "color", "#D32F2F", "schoolWide", true));
    return new GradebookFixture(school, maths, category, a, b);
  }

  private static ClassSide side(
      SchoolFixture school, UUID subject, String name, String firstName, String lastName) {
    UUID classId = school.schoolClass(name);
    UUID pupil = school.pupil(classId, firstName, lastName);
    run(
        "update enrolments set from_date = date '2026-09-01' where school_id = ? and pupil_id = ?",
        school.id(),
        pupil);
    Response batch = school.batch(classId);
    UUID teacher = UUID.randomUUID();
    UUID account = teacherAccount(school, teacher, name);
    run(
        "insert into teaching_assignments values (?, ?, ?, ?, ?)",
        school.id(),
        UUID.randomUUID(),
        teacher,
        subject,
        classId);
    return new ClassSide(
        classId, pupil, accountOf(batch, "PUPIL"), accountOf(batch, "GUARDIAN"), teacher, account);
  }

  private static UUID teacherAccount(SchoolFixture school, UUID teacher, String name) {
    UUID account = UUID.randomUUID();
    run(
        "insert into staff_members values (?, ?, 'Ewa', ?)",
        school.id(),
        teacher,
        "Nauczycielska " + name);
    run(
        "insert into school_accounts (school_id, id, login, kind, person_id, subject, created_at)"
            + " values (?, ?, cast(nextval('login_numbers') as text), 'STAFF', ?, ?, now())",
        school.id(),
        account,
        teacher,
        FakeIdentity.subjectOf(account));
    run("insert into staff_roles values (?, ?, 'TEACHER')", school.id(), account);
    return account;
  }

  private static UUID accountOf(Response batch, String kind) {
    List<Map<String, Object>> accounts = batch.jsonPath().getList("accounts");
    return accounts.stream()
        .filter(a -> kind.equals(a.get("kind")))
        .map(a -> UUID.fromString((String) a.get("id")))
        .findFirst()
        .orElseThrow();
  }

  RequestSpecification asTeacher() {
    return school.asAccount(a.teacherAccount(), "STAFF");
  }

  RequestSpecification asOtherTeacher() {
    return school.asAccount(b.teacherAccount(), "STAFF");
  }

  RequestSpecification asGuardian() {
    return school.asAccount(a.guardianAccount(), "GUARDIAN");
  }

  RequestSpecification asOtherGuardian() {
    return school.asAccount(b.guardianAccount(), "GUARDIAN");
  }

  RequestSpecification asPupil() {
    return school.asAccount(a.pupilAccount(), "PUPIL");
  }

  Map<String, Object> grade(String value) {
    return Map.of(
        "classId",
        a.classId(),
        "subjectId",
        maths,
        "pupilId",
        a.pupil(),
        "categoryId",
        category,
        "value",
        value,
        "date",
        "2026-11-20",
        "comment",
        "Dobra praca");
  }

  /** Runs a statement as the owner, for what no operation offers yet. */
  static void run(String statement, Object... values) {
    try (Connection owner = TestPostgres.shared().database("synergia").asOwner();
        PreparedStatement update = owner.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) {
        update.setObject(i + 1, values[i]);
      }
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A document's version; 0 when there is none. */
  static long version(UUID school, String audience, String category, String period) {
    try (Connection owner = TestPostgres.shared().database("synergia").asOwner();
        PreparedStatement select =
            owner.prepareStatement(
                "select coalesce(max(version), 0) from documents where school_id = ?"
                    + " and audience = ? and category = ? and period = ?")) {
      select.setObject(1, school);
      select.setString(2, audience);
      select.setString(3, category);
      select.setString(4, period);
      try (var r = select.executeQuery()) {
        r.next();
        return r.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
