package pl.dziennik.notification.export;

import io.agroal.api.AgroalDataSource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.support.token.ServiceOnly;

/** Our part of a person's export, for linking-sync alone. Never through the gateway. */
@Path("/internal/v1/accounts/{account}/export")
@Produces(MediaType.APPLICATION_JSON)
@ServiceOnly("svc-linking-sync")
public class ExportResource {
  private final AgroalDataSource dataSource;
  private final AccountExport export;

  ExportResource(AgroalDataSource dataSource, AccountExport export) {
    this.dataSource = dataSource;
    this.export = export;
  }

  @GET
  @Operation(
      operationId = "exportNotificationData",
      summary = "Everything held about an account; 404 when nothing is")
  public Map<String, Object> export(@PathParam("account") UUID account) throws SQLException {
    return Transactions.in(dataSource, tx -> export.of(tx, account)).orElseThrow(Problem::notFound);
  }
}
