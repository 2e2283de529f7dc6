package pl.dziennik.account.recovery;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import pl.dziennik.account.registration.Floor;

/** Forgotten passwords; anonymous, and silent about who is known. */
@Path("/accounts/v1/password-resets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
public class PasswordResetResource {
  private final PasswordRecovery recovery;
  private final Floor floor;

  PasswordResetResource(PasswordRecovery recovery, Floor floor) {
    this.recovery = recovery;
    this.floor = floor;
  }

  @POST
  @Operation(operationId = "beginPasswordReset", summary = "Send a link to set a new password")
  @APIResponse(responseCode = "202", description = "Taken")
  public Response begin(@NotNull @Valid PasswordResetRequest r) throws SQLException {
    floor.under(() -> recovery.begin(r.email()));
    return Response.accepted().build();
  }

  @POST
  @Path("/confirmations")
  @Operation(operationId = "completePasswordReset", summary = "Set the new password")
  @APIResponse(responseCode = "204", description = "Done")
  public Response complete(@NotNull @Valid PasswordResetConfirmationRequest r) throws SQLException {
    recovery.complete(r.token(), r.password());
    return Response.noContent().build();
  }

  @Schema(name = "AccountPasswordResetRequest")
  public record PasswordResetRequest(@NotBlank @Size(max = 254) String email) {}

  @Schema(name = "AccountPasswordResetConfirmationRequest")
  public record PasswordResetConfirmationRequest(
      @NotBlank @Size(max = 128) String token,
      @NotNull @Size(min = 10, max = 128) String password) {}
}
