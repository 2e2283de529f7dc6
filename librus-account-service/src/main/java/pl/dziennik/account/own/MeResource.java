package pl.dziennik.account.own;

import io.agroal.api.AgroalDataSource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.token.Caller;

/** The caller's own account. */
@Path("/accounts/v1/me")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
  private final AgroalDataSource dataSource;
  private final Caller caller;

  MeResource(AgroalDataSource dataSource, Caller caller) {
    this.dataSource = dataSource;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "getAccount", summary = "My account")
  public AccountResponse me() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select email, language, age_bracket, terms_version from accounts where id = ?")) {
      UUID id = caller.subjectId();
      select.setObject(1, id);
      try (ResultSet r = select.executeQuery()) {
        if (!r.next()) {
          throw Problem.forbidden("no-account", "There is no account behind this sign-in.");
        }
        return new AccountResponse(
            id, r.getString(1), r.getString(2), r.getString(3), r.getString(4));
      }
    }
  }

  @Schema(name = "AccountMe")
  public record AccountResponse(
      UUID id, String email, String language, String ageBracket, String termsVersion) {}
}
