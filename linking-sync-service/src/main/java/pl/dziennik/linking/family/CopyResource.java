package pl.dziennik.linking.family;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import pl.dziennik.events.document.Category;
import pl.dziennik.support.token.Caller;
import pl.dziennik.support.token.PersonOnly;

/** A pupil's documents, for the family that linked them. */
@Path("/family/v1/pupils")
@Produces(MediaType.APPLICATION_JSON)
@PersonOnly
@APIResponse(responseCode = "304", description = FamilyErrors.NOT_MODIFIED)
@APIResponse(responseCode = "400", description = FamilyErrors.BAD_PARAMETER)
@APIResponse(responseCode = "401", description = FamilyErrors.BAD_TOKEN)
@APIResponse(responseCode = "404", description = FamilyErrors.NO_RIGHT)
@APIResponse(responseCode = "409", description = FamilyErrors.CLOSED)
@APIResponse(responseCode = "503", description = FamilyErrors.RESTORING)
public class CopyResource {
  private final DocumentReading reading;
  private final Caller caller;
  private final Clock clock;

  CopyResource(DocumentReading reading, Caller caller, Clock clock) {
    this.reading = reading;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Path("/{id}/grades")
  @Operation(
      operationId = "getPupilGrades",
      summary = "A pupil's grades by term",
      description =
          "Each term by subject in Polish order, then by date. Corrected grades say what they were"
              + " before. While the first download is under way `complete` is false: ask again.")
  @APIResponse(
      responseCode = "200",
      description =
          "All stored terms in order, or the one asked for; an empty list when none has grades",
      content =
          @Content(
              schema = @Schema(implementation = FamilyForms.Grades.class),
              examples = @ExampleObject(name = "grades", value = FamilyExamples.GRADES)))
  public Response grades(
      @Parameter(schema = @Schema(format = "uuid")) @PathParam("id") String id,
      @Parameter(description = "One term only", example = "2026/27-1") @QueryParam("term")
          Optional<String> term,
      @HeaderParam("If-None-Match") Optional<String> ifNoneMatch)
      throws SQLException {
    UUID pupil = Asked.pupil(id);
    FoundDocuments found = find(pupil, Category.GRADES, Asked.term(term).map(List::of));
    return TaggedAnswer.of(found.tag(), ifNoneMatch, () -> Envelope.of(found, "terms"));
  }

  @GET
  @Path("/{id}/attendance")
  @Operation(
      operationId = "getPupilAttendance",
      summary = "A pupil's absences, late arrivals and releases by month",
      description =
          "Presences are left out. Without `to` up to this month, without `from` from the September"
              + " of that school year; at most 24 months.")
  @APIResponse(
      responseCode = "200",
      description = "Months in order; a month without marks may be missing",
      content =
          @Content(
              schema = @Schema(implementation = FamilyForms.Attendance.class),
              examples = @ExampleObject(name = "attendance", value = FamilyExamples.ATTENDANCE)))
  public Response attendance(
      @Parameter(schema = @Schema(format = "uuid")) @PathParam("id") String id,
      @Parameter(description = "First month", example = "2026-09") @QueryParam("from")
          Optional<String> from,
      @Parameter(description = "Last month", example = "2026-11") @QueryParam("to")
          Optional<String> to,
      @HeaderParam("If-None-Match") Optional<String> ifNoneMatch)
      throws SQLException {
    UUID pupil = Asked.pupil(id);
    MonthRange range =
        MonthRange.of(Asked.month(from, "from"), Asked.month(to, "to"), YearMonth.from(today()));
    FoundDocuments found = find(pupil, Category.ATTENDANCE, Optional.of(range.periods()));
    return TaggedAnswer.of(found.tag(), ifNoneMatch, () -> Envelope.of(found, "months"));
  }

  @GET
  @Path("/{id}/timetable")
  @Operation(
      operationId = "getPupilTimetable",
      summary = "The timetable of the pupil's classes by week",
      description =
          "Without `from` and `to` this week (Monday to Sunday, Polish time), with one of them seven"
              + " days; at most 62 days. Weeks in order, each with the lessons of the days asked for.")
  @APIResponse(
      responseCode = "200",
      description = "One entry a class and week",
      content =
          @Content(
              schema = @Schema(implementation = FamilyForms.Timetable.class),
              examples = @ExampleObject(name = "timetable", value = FamilyExamples.TIMETABLE)))
  public Response timetable(
      @Parameter(schema = @Schema(format = "uuid")) @PathParam("id") String id,
      @Parameter(description = "First day", example = "2026-11-23") @QueryParam("from")
          Optional<String> from,
      @Parameter(description = "Last day", example = "2026-11-29") @QueryParam("to")
          Optional<String> to,
      @HeaderParam("If-None-Match") Optional<String> ifNoneMatch)
      throws SQLException {
    UUID pupil = Asked.pupil(id);
    DayRange range = DayRange.of(Asked.day(from, "from"), Asked.day(to, "to"), today());
    FoundDocuments found = find(pupil, Category.TIMETABLE, Optional.of(range.periods()));
    return TaggedAnswer.of(
        found.tag().add(range), ifNoneMatch, () -> Envelope.ofWeeks(found, range));
  }

  private FoundDocuments find(UUID pupil, Category category, Optional<List<String>> periods)
      throws SQLException {
    return reading.find(caller.subjectId(), pupil, category, periods);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Asked.ZONE);
  }
}
