package pl.dziennik.synergia.attendance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.synergia.access.ForAccount;
import pl.dziennik.synergia.access.StaffRole;
import pl.dziennik.synergia.revision.IfMatch;
import pl.dziennik.synergia.teaching.SchoolDay;

/** A pupil's attendance: read by the family and the school, corrected by the lesson's teacher. */
@Path("/synergia/v1/attendance")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ForAccount
public class AttendanceResource {
  private final AttendanceReading reading;
  private final MarkCorrection correction;
  private final Clock clock;

  AttendanceResource(AttendanceReading reading, MarkCorrection correction, Clock clock) {
    this.reading = reading;
    this.correction = correction;
    this.clock = clock;
  }

  @GET
  @Operation(operationId = "listAttendance", summary = "A pupil's marks in a month, and frequency")
  public AttendancePage list(
      @QueryParam("pupilId") @NotNull UUID pupilId, @QueryParam("month") Optional<String> month) {
    List<Marks.Mark> marks = reading.ofPupil(pupilId, month(month));
    return new AttendancePage(
        marks.stream().map(AttendanceResponse::of).toList(),
        Frequency.percent(marks.stream().map(Marks.Mark::code).toList()));
  }

  @PATCH
  @Path("/{id}")
  @ForAccount(roles = StaffRole.TEACHER)
  @Operation(operationId = "correctAttendance", summary = "Change the mark of a pupil in a lesson")
  @APIResponseSchema(value = AttendanceStateResponse.class, responseCode = "200")
  public Response correct(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid AttendanceCorrectionRequest request) {
    AttendanceCode code =
        AttendanceCode.of(request.code())
            .orElseThrow(
                () ->
                    Problem.unprocessable(
                        "invalid-attendance-code", "code", "There is no such code."));
    MarkCorrection.Corrected now = correction.correct(id, IfMatch.required(ifMatch), code);
    return Response.ok(
            new AttendanceStateResponse(now.id(), now.code().symbol(), now.revision(), now.since()))
        .tag(Integer.toString(now.revision()))
        .build();
  }

  private YearMonth month(Optional<String> text) {
    try {
      YearMonth month =
          text.map(YearMonth::parse).orElseGet(() -> YearMonth.from(SchoolDay.today(clock)));
      SchoolDay.asked(month.atDay(1), "month");
      return month;
    } catch (DateTimeException e) {
      throw Problem.of(400, "invalid-request", "A month is written 2026-11.")
          .field("month", "for example 2026-11");
    }
  }

  @Schema(name = "SynergiaAttendanceCorrectionRequest")
  public record AttendanceCorrectionRequest(@NotBlank String code) {}

  @Schema(name = "SynergiaAttendanceState")
  public record AttendanceStateResponse(UUID id, String code, int revision, Instant since) {}

  @Schema(name = "SynergiaAttendance")
  public record AttendanceResponse(
      UUID id,
      UUID lessonId,
      LocalDate date,
      int lessonNumber,
      String subject,
      String teacher,
      String code,
      AttendanceCode type,
      AttendanceCode.Counts countsAsPresent,
      int revision) {

    static AttendanceResponse of(Marks.Mark m) {
      return new AttendanceResponse(
          m.id(),
          m.lessonId(),
          m.date(),
          m.number(),
          m.subject(),
          m.teacher(),
          m.code().symbol(),
          m.code(),
          m.code().counts(),
          m.revision());
    }
  }

  /**
   * @param frequency percent of lessons present; absent when nothing counts
   */
  @Schema(name = "SynergiaAttendancePage")
  public record AttendancePage(List<AttendanceResponse> items, Optional<BigDecimal> frequency) {}
}
