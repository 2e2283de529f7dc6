package pl.dziennik.synergia.linking;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import pl.dziennik.support.token.ServiceOnly;

/** The schools that linking-sync has to compare, though it may have forgotten one in a restore. */
@Path("/internal/v1/schools")
@Produces(MediaType.APPLICATION_JSON)
@ServiceOnly("svc-linking-sync")
public class LinkedSchoolsResource {
  private final Comparison comparison;

  LinkedSchoolsResource(Comparison comparison) {
    this.comparison = comparison;
  }

  @GET
  @Operation(operationId = "listLinkedSchools", summary = "Ids of schools with a living grant")
  public List<UUID> schools() throws SQLException {
    return comparison.schoolsWithGrants();
  }
}
