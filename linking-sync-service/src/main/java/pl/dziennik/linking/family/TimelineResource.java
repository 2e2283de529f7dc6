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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import pl.dziennik.support.paging.Cursors;
import pl.dziennik.support.token.Caller;
import pl.dziennik.support.token.PersonOnly;

/** What happened, newest first, over all categories that the link may see. */
@Path("/family/v1/pupils")
@Produces(MediaType.APPLICATION_JSON)
@PersonOnly
@APIResponse(responseCode = "304", description = FamilyErrors.NOT_MODIFIED)
@APIResponse(responseCode = "400", description = FamilyErrors.BAD_PARAMETER)
@APIResponse(responseCode = "401", description = FamilyErrors.BAD_TOKEN)
@APIResponse(responseCode = "404", description = FamilyErrors.NO_RIGHT)
@APIResponse(responseCode = "409", description = FamilyErrors.CLOSED)
@APIResponse(responseCode = "503", description = FamilyErrors.RESTORING)
public class TimelineResource {
  private final TimelineReading reading;
  private final Caller caller;
  private final Cursors cursors;

  TimelineResource(
      TimelineReading reading,
      Caller caller,
      @ConfigProperty(name = "dziennik.family.cursor-key") String cursorKey) {
    this.reading = reading;
    this.caller = caller;
    this.cursors = Cursors.ofBase64(cursorKey);
  }

  @GET
  @Path("/{id}/timeline")
  @Operation(
      operationId = "getPupilTimeline",
      summary = "What happened to a pupil, newest first",
      description =
          "Items of all categories that the school shares, by the time they became visible. Right"
              + " after the first download it is full of dated history.")
  @APIResponse(
      responseCode = "200",
      description = "A page; `next` leads to older entries",
      content =
          @Content(
              schema = @Schema(implementation = FamilyForms.Timeline.class),
              examples = @ExampleObject(name = "timeline", value = FamilyExamples.TIMELINE)))
  public Response timeline(
      @Parameter(schema = @Schema(format = "uuid")) @PathParam("id") String id,
      @Parameter(
              description = "Entries on a page",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "200",
                      defaultValue = "50"))
          @QueryParam("limit")
          Optional<String> limit,
      @Parameter(description = "From `next`, of this query only") @QueryParam("cursor")
          Optional<String> cursor,
      @HeaderParam("If-None-Match") Optional<String> ifNoneMatch)
      throws SQLException {
    UUID pupil = Asked.pupil(id);
    UUID account = caller.subjectId();
    int size = Asked.limit(limit);
    String query = "timeline " + account + " " + pupil;
    TimelinePosition after = TimelinePosition.of(cursors, query, cursor);
    FoundEntries found = reading.find(account, pupil, after, size + 1);
    byte[] body = page(pupil, found, size, query);
    return TaggedAnswer.of(Tag.ofBody(body), ifNoneMatch, () -> body);
  }

  private byte[] page(UUID pupil, FoundEntries found, int size, String query) {
    List<TimelineEntry> shown = found.entries().stream().limit(size).toList();
    JsonBytes json =
        new JsonBytes()
            .openObject()
            .text("pupilId", pupil)
            .text("linkId", found.link().id())
            .flag("complete", found.isComplete())
            .openList("items");
    for (TimelineEntry entry : shown) {
      json.openObject()
          .text("category", entry.category())
          .text("period", entry.period())
          .raw("item", entry.item())
          .closeObject();
    }
    boolean isLast = found.entries().size() <= size;
    String next = isLast ? "" : next(pupil, size, query, shown.getLast().position());
    return json.closeList().text("next", next).closeObject().bytes();
  }

  private String next(UUID pupil, int size, String query, TimelinePosition last) {
    return "/family/v1/pupils/%s/timeline?limit=%d&cursor=%s"
        .formatted(pupil, size, cursors.sign(query, last.text()));
  }
}
