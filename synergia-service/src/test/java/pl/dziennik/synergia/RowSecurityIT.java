package pl.dziennik.synergia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.dziennik.testkit.TestPostgres;
import pl.dziennik.testkit.TestPostgres.Database;

/** The second wall: what PostgreSQL itself says when the filter above it is gone around. */
@SynergiaTest
class RowSecurityIT {
  /** Outside the schools, each for a reason given in the migration. */
  private static final Set<String> WITHOUT_SCHOOL =
      Set.of("operators", "idempotency_keys", "flyway_schema_history", "schools");

  private final Database database = TestPostgres.shared().database("synergia");

  @Test
  void everyTableOfASchoolIsBehindForcedPoliciesAndLeadsWithTheSchool() throws SQLException {
    try (Connection owner = database.asOwner()) {
      List<String> tables =
          column(owner, "select tablename from pg_tables where schemaname = 'public'");
      assertThat(tables).hasSizeGreaterThan(15);
      for (String table : tables) {
        if (WITHOUT_SCHOOL.contains(table) && !table.equals("schools")) {
          continue;
        }
        assertThat(
                column(
                    owner,
                    "select (relrowsecurity and relforcerowsecurity)::text from pg_class"
                        + " where oid = '"
                        + table
                        + "'::regclass"))
            .as("row security of %s", table)
            .containsExactly("true");
        String leading = table.equals("schools") ? "id" : "school_id";
        assertThat(
                column(
                    owner,
                    "select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid"
                        + " and a.attnum = i.indkey[0] where i.indisprimary and i.indrelid = '"
                        + table
                        + "'::regclass"))
            .as("first column of the key of %s", table)
            .containsExactly(leading);
      }
    }
  }

  @Test
  void withoutASchoolNothingIsSeen() throws SQLException {
    SchoolFixture.founded();
    try (Connection app = database.asApplication()) {
      assertThat(column(app, "select id::text from schools")).isEmpty();
      assertThat(column(app, "select login from school_accounts")).isEmpty();
    }
  }

  @Test
  void withAnotherSchoolOnlyThatOneIsSeenAndNothingCanBeWrittenElsewhere() throws SQLException {
    SchoolFixture mine = SchoolFixture.founded();
    SchoolFixture other = SchoolFixture.founded();
    try (Connection app = database.asApplication()) {
      app.setAutoCommit(false);
      enter(app, other.id());
      assertThat(column(app, "select id::text from schools"))
          .containsExactly(other.id().toString());
      assertThat(
              column(
                  app, "select login from school_accounts where school_id = '" + mine.id() + "'"))
          .isEmpty();
      String insert =
          "insert into staff_members values ('%s', '%s', 'A', 'B')"
              .formatted(mine.id(), UUID.randomUUID());
      assertThatThrownBy(() -> app.createStatement().execute(insert))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
      app.rollback();
    }
  }

  @Test
  void theSchoolIsForgottenAtTheEndOfTheTransaction() throws SQLException {
    SchoolFixture school = SchoolFixture.founded();
    try (Connection app = database.asApplication()) {
      app.setAutoCommit(false);
      enter(app, school.id());
      app.commit();
      assertThat(column(app, "select id::text from schools")).isEmpty();
    }
  }

  @Test
  void theRelaySeesExactlyWhatItNeeds() throws SQLException {
    SchoolFixture.founded();
    try (Connection relay = database.asRelay()) {
      assertThat(column(relay, "select id::text from schools")).isNotEmpty();
      for (String table :
          List.of(
              "guardians",
              "audit_entries",
              "grade_revisions",
              "hand_overs",
              "regulations_acceptances")) {
        assertThatThrownBy(() -> column(relay, "select school_id::text from " + table))
            .as(table)
            .isInstanceOf(SQLException.class);
      }
      for (String change :
          List.of(
              "update grants set state = 'LIVE'",
              "update scopes set gen_number = 1",
              "update schools set epoch = epoch + 1",
              "delete from documents")) {
        assertThatThrownBy(() -> relay.createStatement().execute(change))
            .as(change)
            .isInstanceOf(SQLException.class);
      }
    }
  }

  @Test
  void theAuditCannotBeAltered() throws SQLException {
    SchoolFixture school = SchoolFixture.founded();
    try (Connection app = database.asApplication()) {
      app.setAutoCommit(false);
      enter(app, school.id());
      assertThatThrownBy(() -> app.createStatement().execute("delete from audit_entries"))
          .isInstanceOf(SQLException.class);
      app.rollback();
    }
  }

  private static void enter(Connection connection, UUID school) throws SQLException {
    try (PreparedStatement set =
        connection.prepareStatement("select set_config('app.school', ?, true)")) {
      set.setString(1, school.toString());
      set.execute();
    }
  }

  private static List<String> column(Connection connection, String query) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(query);
        ResultSet r = select.executeQuery()) {
      List<String> out = new ArrayList<>();
      while (r.next()) {
        out.add(r.getString(1));
      }
      return out;
    }
  }
}
