package pl.dziennik.synergia.access;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The register of operators: read here, written by realm set-up only. */
@ApplicationScoped
class Operators {
  private final AgroalDataSource dataSource;

  Operators(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  boolean contains(String issuer, String subject) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select 1 from operators where issuer = ? and subject = ?")) {
      select.setString(1, issuer);
      select.setString(2, subject);
      try (ResultSet r = select.executeQuery()) {
        return r.next();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
