package pl.dziennik.synergia.linking;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.synergia.sync.DocumentRenderer;
import pl.dziennik.synergia.sync.Reconciliation;
import pl.dziennik.synergia.sync.Renderers;

/** Reads the lists of the reconciliation over the relay's role, each in one snapshot. */
@ApplicationScoped
class Comparison {
  private final AgroalDataSource overSchools;
  private final Renderers renderers;

  Comparison(
      @DataSource("relay") AgroalDataSource overSchools, Instance<DocumentRenderer> renderers) {
    this.overSchools = overSchools;
    this.renderers = new Renderers(renderers.stream().toList());
  }

  Optional<Reconciliation.GrantList> grants(UUID school) throws SQLException {
    try (Connection connection = overSchools.getConnection()) {
      return Reconciliation.grants(connection, school);
    }
  }

  List<Reconciliation.ScopeRow> scopes(UUID school) throws SQLException {
    try (Connection connection = overSchools.getConnection()) {
      return Reconciliation.scopes(connection, school);
    }
  }

  List<Reconciliation.DocumentRow> documents(UUID school) throws SQLException {
    try (Connection connection = overSchools.getConnection()) {
      return Reconciliation.documents(connection, school, renderers);
    }
  }

  List<UUID> schoolsWithGrants() throws SQLException {
    try (Connection connection = overSchools.getConnection()) {
      return Reconciliation.schoolsWithGrants(connection);
    }
  }
}
