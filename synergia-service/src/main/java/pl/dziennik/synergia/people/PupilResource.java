package pl.dziennik.synergia.people;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import pl.dziennik.support.idempotency.Idempotent;
import pl.dziennik.support.paging.Cursors;
import pl.dziennik.synergia.access.ForAccount;
import pl.dziennik.synergia.access.StaffRole;
import pl.dziennik.synergia.people.PupilEnrolment.NewPupil;
import pl.dziennik.synergia.people.PupilEnrolment.Person;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/** Pupils, entered and listed by the administrator. */
@Path("/synergia/v1/pupils")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ForAccount(roles = {StaffRole.ADMINISTRATOR, StaffRole.SECRETARY})
public class PupilResource {
  private static final int MAX_PAGE = 200;

  private final PupilEnrolment enrolment;
  private final PupilList list;
  private final ClassChange classChange;
  private final CurrentSchool school;
  private final Cursors cursors;

  PupilResource(
      PupilEnrolment enrolment,
      PupilList list,
      ClassChange classChange,
      CurrentSchool school,
      @ConfigProperty(name = "dziennik.synergia.cursor-key") String cursorKey) {
    this.enrolment = enrolment;
    this.list = list;
    this.classChange = classChange;
    this.school = school;
    this.cursors = Cursors.ofBase64(cursorKey);
  }

  @POST
  @Idempotent
  @Operation(operationId = "enrolPupil", summary = "Enter a pupil with guardians into a class")
  @APIResponseSchema(value = PupilCreatedResponse.class, responseCode = "201")
  public Response enrol(@NotNull @Valid PupilRequest r) {
    UUID id =
        enrolment.enrol(
            new NewPupil(
                r.classId(),
                new Person(r.firstName(), r.lastName()),
                r.birthDate(),
                Optional.ofNullable(r.guardians()).orElse(List.of()).stream()
                    .map(g -> new Person(g.firstName(), g.lastName()))
                    .toList(),
                Optional.ofNullable(r.existingGuardians()).orElse(List.of())));
    return Response.created(URI.create("/synergia/v1/pupils/" + id))
        .entity(new PupilCreatedResponse(id))
        .build();
  }

  @POST
  @Path("/{id}/class-changes")
  @Idempotent
  @Operation(operationId = "changeClass", summary = "Move a pupil to another class from today")
  @APIResponseSchema(value = ClassChangeResponse.class, responseCode = "201")
  public Response changeClass(@PathParam("id") UUID id, @NotNull @Valid ClassChangeRequest r) {
    UUID enrolment = classChange.move(id, r.classId());
    return Response.status(201).entity(new ClassChangeResponse(enrolment)).build();
  }

  @GET
  @Operation(operationId = "listPupils", summary = "Pupils by surname, Polish order")
  public PupilPage pupils(
      @QueryParam("classId") Optional<UUID> classId,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(MAX_PAGE) int limit,
      @QueryParam("cursor") Optional<String> cursor) {
    String query = "pupils " + school.id() + " " + classId.map(UUID::toString).orElse("");
    int offset = cursor.map(c -> Integer.parseInt(cursors.verify(query, c))).orElse(0);
    List<PupilList.Row> rows = list.page(classId.map(UUID::toString).orElse(""), limit + 1, offset);
    String next =
        rows.size() > limit
            ? "/synergia/v1/pupils?limit="
                + limit
                + classId.map(c -> "&classId=" + c).orElse("")
                + "&cursor="
                + cursors.sign(query, Integer.toString(offset + limit))
            : "";
    return new PupilPage(
        rows.stream()
            .limit(limit)
            .map(
                r ->
                    new PupilResponse(
                        r.id(), r.firstName(), r.lastName(), r.className(), r.number()))
            .toList(),
        next);
  }

  @Schema(name = "SynergiaPupilRequest")
  public record PupilRequest(
      @NotNull UUID classId,
      @NotBlank @Size(max = 100) String firstName,
      @NotBlank @Size(max = 100) String lastName,
      @NotNull LocalDate birthDate,
      @org.jspecify.annotations.Nullable @Valid @Size(max = 6)
          List<@NotNull GuardianRequest> guardians,
      @org.jspecify.annotations.Nullable @Size(max = 6) List<@NotNull UUID> existingGuardians) {}

  @Schema(name = "SynergiaClassChangeRequest")
  public record ClassChangeRequest(@NotNull UUID classId) {}

  @Schema(name = "SynergiaClassChange")
  public record ClassChangeResponse(UUID id) {}

  @Schema(name = "SynergiaGuardianRequest")
  public record GuardianRequest(
      @NotBlank @Size(max = 100) String firstName, @NotBlank @Size(max = 100) String lastName) {}

  @Schema(name = "SynergiaPupilCreated")
  public record PupilCreatedResponse(UUID id) {}

  @Schema(name = "SynergiaPupil")
  public record PupilResponse(
      UUID id, String firstName, String lastName, String className, int number) {}

  @Schema(name = "SynergiaPupilPage")
  public record PupilPage(List<PupilResponse> items, String next) {}
}
