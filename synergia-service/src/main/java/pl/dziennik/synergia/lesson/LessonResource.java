package pl.dziennik.synergia.lesson;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import pl.dziennik.support.idempotency.Idempotent;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.synergia.access.ForAccount;
import pl.dziennik.synergia.access.SignedIn;
import pl.dziennik.synergia.access.StaffRole;
import pl.dziennik.synergia.attendance.AttendanceCode;
import pl.dziennik.synergia.teaching.SchoolDay;

/** Lessons held, with topic and roll call. */
@Path("/synergia/v1/lessons")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ForAccount(roles = {StaffRole.TEACHER, StaffRole.HEAD, StaffRole.ADMINISTRATOR})
public class LessonResource {
  private final RollCall rollCall;
  private final LessonReading reading;
  private final SignedIn signedIn;
  private final Clock clock;

  LessonResource(RollCall rollCall, LessonReading reading, SignedIn signedIn, Clock clock) {
    this.rollCall = rollCall;
    this.reading = reading;
    this.signedIn = signedIn;
    this.clock = clock;
  }

  @POST
  @Idempotent
  @ForAccount(roles = StaffRole.TEACHER)
  @Operation(operationId = "holdLesson", summary = "Topic and roll call of a lesson in one go")
  @APIResponseSchema(value = LessonCreated.class, responseCode = "201")
  public Response hold(@NotNull @Valid LessonRequest r) {
    UUID id =
        rollCall.hold(
            new HoldLesson(
                signedIn.personId(),
                r.classId(),
                r.subjectId(),
                Optional.ofNullable(r.date()).orElseGet(() -> SchoolDay.today(clock)),
                r.number(),
                r.topic(),
                codes(Optional.ofNullable(r.marks()).orElse(List.of()))));
    return Response.created(URI.create("/synergia/v1/lessons/" + id))
        .entity(new LessonCreated(id))
        .build();
  }

  @GET
  @Operation(operationId = "listLessons", summary = "My lessons held on a day")
  public LessonPage own(@QueryParam("date") Optional<LocalDate> date) {
    return new LessonPage(
        reading.own(SchoolDay.asked(date.orElseGet(() -> SchoolDay.today(clock)), "date")).stream()
            .map(l -> LessonResponse.of(l, List.of()))
            .toList());
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getLesson", summary = "A lesson with its marks")
  public LessonResponse one(@PathParam("id") UUID id) {
    LessonReading.WithMarks found = reading.one(id);
    return LessonResponse.of(
        found.lesson(),
        found.marks().stream()
            .map(m -> new LessonMarkResponse(m.id(), m.pupilId(), m.code().symbol(), m.revision()))
            .toList());
  }

  private static Map<UUID, AttendanceCode> codes(List<LessonMarkRequest> marks) {
    Map<UUID, AttendanceCode> out = new LinkedHashMap<>();
    for (int i = 0; i < marks.size(); i++) {
      String field = "marks." + i;
      AttendanceCode code =
          AttendanceCode.of(marks.get(i).code())
              .orElseThrow(
                  () ->
                      Problem.unprocessable(
                          "invalid-attendance-code", field + ".code", "There is no such code."));
      if (out.put(marks.get(i).pupilId(), code) != null) {
        throw Problem.unprocessable("pupil-named-twice", field + ".pupilId", "Named twice.");
      }
    }
    return out;
  }

  @Schema(name = "SynergiaLessonRequest")
  public record LessonRequest(
      @NotNull UUID classId,
      @NotNull UUID subjectId,
      @Nullable LocalDate date,
      @NotNull @Min(0) @Max(15) Integer number,
      @NotBlank @Size(max = 500) String topic,
      @Nullable @Valid @Size(max = 100) List<@NotNull LessonMarkRequest> marks) {}

  @Schema(name = "SynergiaLessonMarkRequest")
  public record LessonMarkRequest(@NotNull UUID pupilId, @NotBlank String code) {}

  @Schema(name = "SynergiaLessonCreated")
  public record LessonCreated(UUID id) {}

  @Schema(name = "SynergiaLessonMark")
  public record LessonMarkResponse(UUID id, UUID pupilId, String code, int revision) {}

  @Schema(name = "SynergiaLesson")
  public record LessonResponse(
      UUID id,
      UUID classId,
      String className,
      UUID subjectId,
      String subject,
      LocalDate date,
      int number,
      String topic,
      List<LessonMarkResponse> marks) {

    static LessonResponse of(Lessons.Lesson l, List<LessonMarkResponse> marks) {
      return new LessonResponse(
          l.id(),
          l.classId(),
          l.className(),
          l.subjectId(),
          l.subject(),
          l.date(),
          l.number(),
          l.topic(),
          marks);
    }
  }

  @Schema(name = "SynergiaLessonPage")
  public record LessonPage(List<LessonResponse> items) {}
}
