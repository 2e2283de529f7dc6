package pl.dziennik.synergia.page;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * What a school has published for everybody: read without a signed-in person, so by the relay role.
 */
@ApplicationScoped
class PublishedRegulations {
  private final AgroalDataSource overSchools;

  PublishedRegulations(@DataSource("relay") AgroalDataSource overSchools) {
    this.overSchools = overSchools;
  }

  record Text(String school, int version, String text) {}

  Optional<Text> of(UUID school) {
    try (Connection connection = overSchools.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select s.name, r.version, r.text from regulations r"
                    + " join schools s on s.id = r.school_id"
                    + " where r.school_id = ? order by r.version desc limit 1")) {
      select.setObject(1, school);
      try (ResultSet r = select.executeQuery()) {
        return r.next()
            ? Optional.of(new Text(r.getString(1), r.getInt(2), r.getString(3)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
