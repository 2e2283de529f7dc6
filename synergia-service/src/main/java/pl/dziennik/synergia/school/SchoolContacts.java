package pl.dziennik.synergia.school;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import pl.dziennik.support.sql.Statements;

/** Where a school issues new slips: read without a signed-in person, so by the relay role. */
@ApplicationScoped
class SchoolContacts {
  private final AgroalDataSource overSchools;

  SchoolContacts(@DataSource("relay") AgroalDataSource overSchools) {
    this.overSchools = overSchools;
  }

  record Contact(String name, String town, String reissueContact) {}

  Optional<Contact> of(int code) {
    try (Connection connection = overSchools.getConnection()) {
      return Statements.list(
              connection,
              "select name, town, reissue_contact from schools where code = ?",
              r -> new Contact(r.text(1), r.text(2), r.text(3)),
              code)
          .stream()
          .findFirst();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
