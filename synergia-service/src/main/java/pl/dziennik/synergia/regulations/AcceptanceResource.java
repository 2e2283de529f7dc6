package pl.dziennik.synergia.regulations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import pl.dziennik.synergia.access.ForAccount;
import pl.dziennik.synergia.access.SignedIn;

/** The caller accepts the regulations; of its own path, since {@code /me} is another resource. */
@Path("/synergia/v1/me/regulations-acceptances")
@Consumes(MediaType.APPLICATION_JSON)
public class AcceptanceResource {
  private final Regulations regulations;
  private final SignedIn signedIn;

  AcceptanceResource(Regulations regulations, SignedIn signedIn) {
    this.regulations = regulations;
    this.signedIn = signedIn;
  }

  @POST
  @ForAccount(beforeRegulations = true)
  @Operation(operationId = "acceptRegulations", summary = "Accept the regulations in force")
  @APIResponse(responseCode = "204", description = "Done")
  public Response accept(@NotNull @Valid RegulationsAcceptanceRequest request) {
    regulations.accept(signedIn.accountId(), request.version());
    return Response.noContent().build();
  }

  @Schema(name = "SynergiaRegulationsAcceptanceRequest")
  public record RegulationsAcceptanceRequest(@NotNull @Min(1) Integer version) {}
}
