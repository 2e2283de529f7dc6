package pl.dziennik.synergia.grade;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import pl.dziennik.support.idempotency.Idempotent;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.synergia.access.ForAccount;
import pl.dziennik.synergia.access.SignedIn;
import pl.dziennik.synergia.access.StaffRole;
import pl.dziennik.synergia.revision.IfMatch;

/** Grades: entered and corrected by the teacher, read by everybody whom they concern. */
@Path("/synergia/v1/grades")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ForAccount
public class GradeResource {
  private final GradePosting posting;
  private final GradeCorrection correction;
  private final GradeReading reading;
  private final SignedIn signedIn;

  GradeResource(
      GradePosting posting, GradeCorrection correction, GradeReading reading, SignedIn signedIn) {
    this.posting = posting;
    this.correction = correction;
    this.reading = reading;
    this.signedIn = signedIn;
  }

  @POST
  @Idempotent
  @ForAccount(roles = StaffRole.TEACHER)
  @Operation(operationId = "postGrade", summary = "Enter a grade for a pupil of my class")
  @APIResponseSchema(value = GradeMessages.GradeStateResponse.class, responseCode = "201")
  public Response post(@NotNull @Valid GradeMessages.GradeRequest request) {
    return switch (posting.post(request.by(signedIn.personId()))) {
      case GradePosting.Outcome.Posted(Grade grade) ->
          Response.created(URI.create("/synergia/v1/grades/" + grade.id()))
              .tag(Integer.toString(grade.revision()))
              .entity(GradeMessages.GradeStateResponse.of(grade))
              .build();
      case GradePosting.Outcome.Refused(GradeRefused why) -> throw GradeRefused.problem(why);
    };
  }

  @GET
  @Operation(
      operationId = "listGrades",
      summary = "Grades of a pupil, or of a class in a subject, with averages")
  public GradeMessages.GradePage list(
      @QueryParam("pupilId") Optional<UUID> pupilId,
      @QueryParam("classId") Optional<UUID> classId,
      @QueryParam("subjectId") Optional<UUID> subjectId) {
    if (pupilId.isPresent()) {
      return GradeMessages.GradePage.of(reading.ofPupil(pupilId.get()));
    }
    if (classId.isEmpty() || subjectId.isEmpty()) {
      throw Problem.of(400, "invalid-request", "Name a pupil, or a class and a subject.")
          .field(classId.isEmpty() ? "classId" : "subjectId", "is needed without pupilId");
    }
    List<GradeReading.Line> lines = reading.ofClass(classId.get(), subjectId.get());
    return GradeMessages.GradePage.of(lines);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getGrade", summary = "One grade with its ETag")
  @APIResponseSchema(value = GradeMessages.GradeResponse.class, responseCode = "200")
  public Response one(@PathParam("id") UUID id) {
    GradeReading.Line line = reading.one(id);
    return Response.ok(GradeMessages.GradeResponse.of(line))
        .tag(Integer.toString(line.revision()))
        .build();
  }

  @PATCH
  @Path("/{id}")
  @ForAccount(roles = StaffRole.TEACHER)
  @Operation(operationId = "correctGrade", summary = "Correct a grade; both values are kept")
  @APIResponseSchema(value = GradeMessages.GradeStateResponse.class, responseCode = "200")
  public Response correct(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid GradeMessages.GradeCorrectionRequest request) {
    Grade grade =
        correction.correct(request.by(id, signedIn.personId(), IfMatch.required(ifMatch)));
    return Response.ok(GradeMessages.GradeStateResponse.of(grade))
        .tag(Integer.toString(grade.revision()))
        .build();
  }

  @DELETE
  @Path("/{id}")
  @ForAccount(roles = StaffRole.TEACHER)
  @Operation(operationId = "withdrawGrade", summary = "Withdraw a grade entered by mistake")
  public void withdraw(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    correction.withdraw(id, signedIn.personId(), IfMatch.required(ifMatch));
  }
}
