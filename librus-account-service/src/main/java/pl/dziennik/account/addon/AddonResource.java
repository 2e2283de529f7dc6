package pl.dziennik.account.addon;

import io.agroal.api.AgroalDataSource;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import pl.dziennik.account.own.Accounts;
import pl.dziennik.events.EntitlementState.Product;
import pl.dziennik.events.EntitlementState.Source;
import pl.dziennik.support.idempotency.Idempotent;
import pl.dziennik.support.token.Caller;
import pl.dziennik.support.token.PersonOnly;

/** Mobilne dodatki of the caller's account. */
@Path("/accounts/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@PersonOnly
public class AddonResource {
  private final AgroalDataSource dataSource;
  private final TrialStarting starting;
  private final Caller caller;

  AddonResource(AgroalDataSource dataSource, TrialStarting starting, Caller caller) {
    this.dataSource = dataSource;
    this.starting = starting;
    this.caller = caller;
  }

  @GET
  @Path("/entitlements")
  @Operation(operationId = "listEntitlements", summary = "What my account is entitled to")
  public List<EntitlementResponse> entitlements() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      UUID account = Accounts.required(connection, caller.subjectId()).id();
      return Entitlements.of(connection, account).stream().map(EntitlementResponse::of).toList();
    }
  }

  @POST
  @Path("/trials")
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @Operation(
      operationId = "startTrial",
      summary = "Try Mobilne dodatki for 30 days; once per account and once per pupil")
  @APIResponseSchema(value = EntitlementResponse.class, responseCode = "201")
  public Response startTrial(@NotNull @Valid TrialRequest request) throws SQLException {
    Addon trial = starting.start(caller.subjectId(), caller.issuedAt(), request.pupilId());
    return Response.status(Response.Status.CREATED).entity(EntitlementResponse.of(trial)).build();
  }

  @Schema(name = "AccountTrialRequest")
  public record TrialRequest(@NotNull UUID pupilId) {}

  /**
   * @param pupilId absent while no account has a link to the pupil: the id is not kept then
   */
  @Schema(name = "AccountEntitlement")
  public record EntitlementResponse(
      UUID id,
      Product product,
      @Nullable UUID pupilId,
      Instant from,
      Instant until,
      Source source) {

    static EntitlementResponse of(Addon a) {
      return new EntitlementResponse(
          a.id(), a.product(), a.pupilId().orElse(null), a.from(), a.until(), a.source());
    }
  }
}
