package pl.dziennik.synergia.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import pl.dziennik.synergia.access.ForAccount;
import pl.dziennik.synergia.access.StaffRole;
import pl.dziennik.synergia.revision.IfMatch;

/** The administrator blocks an account or opens it again. */
@Path("/synergia/v1/school-accounts/{id}/status")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ForAccount(roles = StaffRole.ADMINISTRATOR)
public class AccountStatusResource {
  private final AccountEnabling enabling;

  AccountStatusResource(AccountEnabling enabling) {
    this.enabling = enabling;
  }

  @GET
  @Operation(
      operationId = "getAccountStatus",
      summary = "Whether an account is open, with its ETag")
  @APIResponseSchema(value = AccountStatusResponse.class, responseCode = "200")
  public Response status(@PathParam("id") UUID id) {
    return answer(enabling.read(id));
  }

  @PUT
  @Operation(operationId = "putAccountStatus", summary = "Block an account or open it again")
  @APIResponseSchema(value = AccountStatusResponse.class, responseCode = "200")
  public Response change(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid AccountStatusRequest request) {
    return answer(enabling.set(id, request.enabled(), IfMatch.required(ifMatch)));
  }

  private static Response answer(AccountEnabling.Status status) {
    return Response.ok(new AccountStatusResponse(status.enabled(), status.revision()))
        .tag(Integer.toString(status.revision()))
        .build();
  }

  @Schema(name = "SynergiaAccountStatusRequest")
  public record AccountStatusRequest(@NotNull Boolean enabled) {}

  @Schema(name = "SynergiaAccountStatus")
  public record AccountStatusResponse(boolean enabled, int revision) {}
}
