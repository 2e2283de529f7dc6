package pl.dziennik.synergia.school;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import pl.dziennik.support.idempotency.Idempotent;
import pl.dziennik.synergia.access.ForAccount;
import pl.dziennik.synergia.access.StaffRole;

/** School years and classes, kept by the administrator. */
@Path("/synergia/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ForAccount(roles = StaffRole.ADMINISTRATOR)
public class StructureResource {
  private final Structure structure;

  StructureResource(Structure structure) {
    this.structure = structure;
  }

  @POST
  @Path("/school-years")
  @Idempotent
  @Operation(operationId = "addSchoolYear", summary = "Add a school year with its two terms")
  @APIResponseSchema(value = CreatedResponse.class, responseCode = "201")
  public Response addYear(@NotNull @Valid SchoolYearRequest r) {
    UUID id = structure.addYear(r.label(), r.startsOn(), r.secondTermStartsOn(), r.endsOn());
    return created("/synergia/v1/school-years/", id);
  }

  @GET
  @Path("/school-years")
  @Operation(operationId = "listSchoolYears", summary = "The school's years")
  public SchoolYearPage years() {
    return new SchoolYearPage(
        structure.years().stream()
            .map(
                y ->
                    new SchoolYearResponse(
                        y.id(), y.label(), y.startsOn(), y.secondTermStartsOn(), y.endsOn()))
            .toList());
  }

  @POST
  @Path("/classes")
  @Idempotent
  @Operation(operationId = "addClass", summary = "Add a class to a school year")
  @APIResponseSchema(value = CreatedResponse.class, responseCode = "201")
  public Response addClass(@NotNull @Valid ClassRequest r) {
    return created(
        "/synergia/v1/classes/", structure.addClass(r.schoolYearId(), r.name(), r.level()));
  }

  @GET
  @Path("/classes")
  @Operation(operationId = "listClasses", summary = "The school's classes")
  public ClassPage classes() {
    return new ClassPage(
        structure.classes().stream()
            .map(c -> new ClassResponse(c.id(), c.schoolYearId(), c.name(), c.level(), c.pupils()))
            .toList());
  }

  private static Response created(String path, UUID id) {
    return Response.created(URI.create(path + id)).entity(new CreatedResponse(id)).build();
  }

  @Schema(name = "SynergiaSchoolYearRequest")
  public record SchoolYearRequest(
      @NotNull @Pattern(regexp = "[0-9]{4}/[0-9]{2}", message = "for example 2026/27") String label,
      @NotNull LocalDate startsOn,
      @NotNull LocalDate secondTermStartsOn,
      @NotNull LocalDate endsOn) {}

  @Schema(name = "SynergiaSchoolYear")
  public record SchoolYearResponse(
      UUID id, String label, LocalDate startsOn, LocalDate secondTermStartsOn, LocalDate endsOn) {}

  @Schema(name = "SynergiaSchoolYearPage")
  public record SchoolYearPage(List<SchoolYearResponse> items) {}

  @Schema(name = "SynergiaClassRequest")
  public record ClassRequest(
      @NotNull UUID schoolYearId,
      @NotBlank @Size(max = 20) String name,
      @NotNull @Min(0) @Max(8) Integer level) {}

  @Schema(name = "SynergiaClass")
  public record ClassResponse(UUID id, UUID schoolYearId, String name, int level, long pupils) {}

  @Schema(name = "SynergiaClassPage")
  public record ClassPage(List<ClassResponse> items) {}

  @Schema(name = "SynergiaCreated")
  public record CreatedResponse(UUID id) {}
}
