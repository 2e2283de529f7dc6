package pl.dziennik.synergia.school;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import pl.dziennik.support.id.Ids;
import pl.dziennik.support.idempotency.Idempotent;
import pl.dziennik.synergia.access.ForOperator;
import pl.dziennik.synergia.account.AccountIssuing;
import pl.dziennik.synergia.account.AccountSlips;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/** The operator founds schools; what is in them is not the operator's to see. */
@Path("/synergia/v1/schools")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ForOperator
public class SchoolResource {
  private final SchoolFounding founding;
  private final AccountSlips slips;
  private final CurrentSchool school;
  private final Ids ids;

  SchoolResource(SchoolFounding founding, AccountSlips slips, CurrentSchool school, Ids ids) {
    this.founding = founding;
    this.slips = slips;
    this.school = school;
    this.ids = ids;
  }

  @POST
  @Idempotent
  @Operation(operationId = "foundSchool", summary = "Found a school with its first administrator")
  @APIResponseSchema(value = SchoolResponse.class, responseCode = "201")
  public Response found(@NotNull @Valid SchoolRequest request) {
    UUID id = ids.next();
    school.enter(id);
    AccountIssuing.Issued administrator =
        founding.found(
            new SchoolFounding.NewSchool(
                id,
                request.name(),
                request.town(),
                request.reissueContact(),
                request.administrator().firstName(),
                request.administrator().lastName()));
    return Response.created(URI.create("/synergia/v1/schools/" + id))
        .entity(
            new SchoolResponse(
                id,
                request.name(),
                new AdministratorResponse(administrator.accountId(), administrator.login())))
        .build();
  }

  @POST
  @Path("/{school}/administrator-slip")
  @Produces("application/pdf")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "printAdministratorSlip",
      summary = "Print the first administrator's access slip, with a new one-time password")
  public Response administratorSlip(@PathParam("school") UUID id) {
    school.enter(id);
    byte[] pdf = slips.print(List.of(founding.firstAdministrator()));
    return Response.ok(pdf, "application/pdf").header("Cache-Control", "no-store").build();
  }

  @Schema(name = "SynergiaSchoolRequest")
  public record SchoolRequest(
      @NotBlank @Size(max = 200) String name,
      @NotBlank @Size(max = 100) String town,
      @NotBlank @Size(max = 300) String reissueContact,
      @NotNull @Valid PersonRequest administrator) {}

  @Schema(name = "SynergiaPersonRequest")
  public record PersonRequest(
      @NotBlank @Size(max = 100) String firstName, @NotBlank @Size(max = 100) String lastName) {}

  @Schema(name = "SynergiaSchool")
  public record SchoolResponse(UUID id, String name, AdministratorResponse administrator) {}

  @Schema(name = "SynergiaFirstAdministrator")
  public record AdministratorResponse(UUID accountId, String login) {}
}
