package pl.dziennik.synergia.regulations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import pl.dziennik.synergia.access.ForAccount;
import pl.dziennik.synergia.access.SignedIn;
import pl.dziennik.synergia.access.StaffRole;
import pl.dziennik.synergia.regulations.RegulationsRegister.Version;

/** The school's regulations. */
@Path("/synergia/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RegulationsResource {
  private static final int MAX_TEXT = 100_000;

  private final Regulations regulations;
  private final SignedIn signedIn;

  RegulationsResource(Regulations regulations, SignedIn signedIn) {
    this.regulations = regulations;
    this.signedIn = signedIn;
  }

  @GET
  @Path("/regulations/current")
  @ForAccount(beforeRegulations = true)
  @Operation(operationId = "getCurrentRegulations", summary = "The regulations in force")
  public RegulationsResponse current() {
    return RegulationsResponse.of(regulations.current());
  }

  @POST
  @Path("/regulations")
  @ForAccount(
      roles = {StaffRole.ADMINISTRATOR, StaffRole.HEAD},
      beforeRegulations = true)
  @Operation(operationId = "publishRegulations", summary = "Put a new version in force")
  @APIResponseSchema(value = RegulationsResponse.class, responseCode = "201")
  public Response publish(@NotNull @Valid RegulationsRequest request) {
    Version version = regulations.publish(request.text(), signedIn.accountId());
    return Response.status(201).entity(RegulationsResponse.of(version)).build();
  }

  @Schema(name = "SynergiaRegulationsRequest")
  public record RegulationsRequest(@NotBlank @Size(max = MAX_TEXT) String text) {}

  @Schema(name = "SynergiaRegulations")
  public record RegulationsResponse(int version, String text, Instant publishedAt) {
    static RegulationsResponse of(Version v) {
      return new RegulationsResponse(v.version(), v.text(), v.publishedAt());
    }
  }
}
