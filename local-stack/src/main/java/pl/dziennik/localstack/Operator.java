package pl.dziennik.localstack;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import pl.dziennik.localstack.realm.KeycloakAdmin;
import pl.dziennik.localstack.realm.OperatorUser;

/** The local operator: a user of Keycloak and the row of Synergia's that gives it its rights. */
final class Operator {
  private Operator() {}

  /** Makes what is missing; the service must have made its tables. */
  static void ensure(KeycloakAdmin admin, PostgresServer postgres, Ports ports, Secrets secrets) {
    String subject = OperatorUser.ensure(admin, "operator", secrets.password("user_operator"));
    try (Connection connection = postgres.admin("synergia");
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into operators (issuer, subject) values (?, ?) on conflict do nothing")) {
      insert.setString(1, ports.publicOrigin() + "/auth/realms/synergia");
      insert.setString(2, subject);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new StartFailure("The operator could not be entered: " + e.getMessage(), e);
    }
  }
}
