package pl.dziennik.account.registration;

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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What the links in the mails lead to: the owner of the mailbox decides. */
@Path("/accounts/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
public class ActivationResource {
  private static final int MAX_TOKEN = 128;

  private final Activation activation;

  ActivationResource(Activation activation) {
    this.activation = activation;
  }

  @POST
  @Path("/activations")
  @Operation(operationId = "activate", summary = "Activate the account of a registration")
  @APIResponse(responseCode = "204", description = "Done")
  public Response activate(@NotNull @Valid ActivationRequest r) throws SQLException {
    activation.activate(
        r.token(), Optional.ofNullable(r.registrationId()), Optional.ofNullable(r.password()));
    return Response.noContent().build();
  }

  @POST
  @Path("/guardian-decisions")
  @Operation(operationId = "decideAsGuardian", summary = "A parent confirms or refuses")
  @APIResponse(responseCode = "204", description = "Done")
  public Response decide(@NotNull @Valid GuardianDecisionRequest r) throws SQLException {
    switch (r.decision()) {
      case CONFIRM -> activation.confirmChild(r.token());
      case REFUSE -> activation.refuseChild(r.token());
    }
    return Response.noContent().build();
  }

  @POST
  @Path("/guardian-decisions/details")
  @Operation(operationId = "getGuardianDecision", summary = "Who asks the parent; changes nothing")
  public GuardianDecisionResponse details(@NotNull @Valid LinkTokenRequest r) throws SQLException {
    return new GuardianDecisionResponse(activation.childOf(r.token()));
  }

  @Schema(name = "AccountActivationRequest")
  public record ActivationRequest(
      @NotBlank @Size(max = MAX_TOKEN) String token,
      @Nullable UUID registrationId,
      @Nullable @Size(min = 10, max = 128) String password) {}

  /** A parent's answer. */
  public enum Decision {
    CONFIRM,
    REFUSE
  }

  @Schema(name = "AccountGuardianDecisionRequest")
  public record GuardianDecisionRequest(
      @NotBlank @Size(max = MAX_TOKEN) String token, @NotNull Decision decision) {}

  @Schema(name = "AccountLinkToken")
  public record LinkTokenRequest(@NotBlank @Size(max = MAX_TOKEN) String token) {}

  @Schema(name = "AccountGuardianDecision")
  public record GuardianDecisionResponse(String childEmail) {}
}
