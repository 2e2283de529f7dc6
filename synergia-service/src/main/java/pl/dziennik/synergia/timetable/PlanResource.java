package pl.dziennik.synergia.timetable;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import pl.dziennik.support.idempotency.Idempotent;
import pl.dziennik.synergia.access.ForAccount;
import pl.dziennik.synergia.access.StaffRole;
import pl.dziennik.synergia.revision.IfMatch;

/** The plan of the week, edited by the administrator. */
@Path("/synergia/v1/timetable-plans")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ForAccount(roles = StaffRole.ADMINISTRATOR)
public class PlanResource {
  private final PlanEditing editing;

  PlanResource(PlanEditing editing) {
    this.editing = editing;
  }

  @POST
  @Idempotent
  @Operation(operationId = "addTimetableEntry", summary = "Add a weekly lesson to a class's plan")
  @APIResponseSchema(value = TimetableEntryCreated.class, responseCode = "201")
  public Response add(@NotNull @Valid TimetableEntryRequest r) {
    UUID id =
        editing.add(
            new Plans.NewEntry(
                r.classId(),
                r.weekday(),
                r.number(),
                r.subjectId(),
                r.teacherId(),
                Optional.ofNullable(r.room()).orElse(""),
                r.validFrom(),
                r.validUntil()));
    return Response.created(URI.create("/synergia/v1/timetable-plans/" + id))
        .tag("1")
        .entity(new TimetableEntryCreated(id))
        .build();
  }

  @GET
  @Operation(operationId = "listTimetableEntries", summary = "The plan of a class")
  public TimetableEntryPage list(@QueryParam("classId") @NotNull UUID classId) {
    return new TimetableEntryPage(
        editing.ofClass(classId).stream().map(TimetableEntryResponse::of).toList());
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "removeTimetableEntry", summary = "Take a lesson out of the plan")
  public void remove(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    editing.remove(id, IfMatch.required(ifMatch));
  }

  /**
   * @param weekday 1 Monday to 7 Sunday
   */
  @Schema(name = "SynergiaTimetableEntryRequest")
  public record TimetableEntryRequest(
      @NotNull UUID classId,
      @NotNull @Min(1) @Max(7) Integer weekday,
      @NotNull @Min(0) @Max(15) Integer number,
      @NotNull UUID subjectId,
      @NotNull UUID teacherId,
      @Nullable @Size(max = 20) String room,
      @NotNull LocalDate validFrom,
      @NotNull LocalDate validUntil) {}

  @Schema(name = "SynergiaTimetableEntryCreated")
  public record TimetableEntryCreated(UUID id) {}

  @Schema(name = "SynergiaTimetableEntry")
  public record TimetableEntryResponse(
      UUID id,
      UUID classId,
      int weekday,
      int number,
      UUID subjectId,
      String subject,
      UUID teacherId,
      String teacher,
      String room,
      LocalDate validFrom,
      LocalDate validUntil,
      int revision) {

    static TimetableEntryResponse of(Plans.Entry e) {
      return new TimetableEntryResponse(
          e.id(),
          e.classId(),
          e.weekday(),
          e.number(),
          e.subjectId(),
          e.subject(),
          e.teacherId(),
          e.teacher(),
          e.room(),
          e.validFrom(),
          e.validUntil(),
          e.revision());
    }
  }

  @Schema(name = "SynergiaTimetableEntryPage")
  public record TimetableEntryPage(List<TimetableEntryResponse> items) {}
}
