package pl.dziennik.linking.family;

import io.agroal.api.AgroalDataSource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.token.ServiceOnly;

/** Tells librus-account-service whether an account may have add-ons for a pupil. */
@Path("/internal/v1/accounts/{account}/pupils/{pupil}/active-link")
@Produces(MediaType.APPLICATION_JSON)
@ServiceOnly("svc-account")
public class ActiveLinkResource {
  private static final String SELECT =
      "select "
          + CoveringLink.COLUMNS
          + " from "
          + CoveringLink.FROM
          + " where "
          + CoveringLink.OF_ACCOUNT
          + " and p.pupil_id = ? order by "
          + CoveringLink.ORDER;

  private final AgroalDataSource dataSource;

  ActiveLinkResource(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  @GET
  @Operation(
      operationId = "hasActiveLink",
      summary = "Whether the account has an active link to the pupil")
  @APIResponse(responseCode = "204", description = "It has")
  @APIResponse(responseCode = "404", description = "It has none, or a suspended one")
  @APIResponse(responseCode = "503", description = FamilyErrors.RESTORING)
  public void find(@PathParam("account") String account, @PathParam("pupil") String pupil)
      throws SQLException {
    UUID asked = Asked.pupil(pupil);
    try {
      Right.of(links(Asked.pupil(account), asked), asked, Optional.empty());
    } catch (Problem refused) {
      throw refused.status() == 409 ? Problem.notFound() : refused;
    }
  }

  private List<CoveringLink> links(UUID account, UUID pupil) throws SQLException {
    try (Connection c = dataSource.getConnection()) {
      return Statements.list(c, SELECT, CoveringLink::of, account, pupil);
    }
  }
}
