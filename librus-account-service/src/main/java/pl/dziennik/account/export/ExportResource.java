package pl.dziennik.account.export;

import io.agroal.api.AgroalDataSource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.support.token.ServiceOnly;

/** For linking-sync, which gathers a person's export of all services. */
@Path("/internal/v1/accounts/{account}/export")
@Produces(MediaType.APPLICATION_JSON)
@ServiceOnly("svc-linking-sync")
public class ExportResource {
  private final AgroalDataSource dataSource;

  ExportResource(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  @GET
  @Operation(operationId = "exportAccount", summary = "Everything held about an account")
  public AccountExport export(@PathParam("account") UUID account) throws SQLException {
    return Transactions.in(dataSource, tx -> Exporting.of(tx, account))
        .orElseThrow(Problem::notFound);
  }
}
