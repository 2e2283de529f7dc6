package pl.dziennik.linking.family;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import pl.dziennik.support.token.Caller;
import pl.dziennik.support.token.PersonOnly;

/** The pupils of the calling account. */
@Path("/family/v1/pupils")
@Produces(MediaType.APPLICATION_JSON)
@PersonOnly
public class PupilsResource {
  private final PupilListing listing;
  private final Caller caller;

  PupilsResource(PupilListing listing, Caller caller) {
    this.listing = listing;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "listFamilyPupils",
      summary = "My pupils over all links (Multikonto)",
      description =
          "In Polish order of names. A suspended link's pupils are listed with the reason and the"
              + " first name only; so are those whose profile is still on its way.")
  @APIResponse(
      responseCode = "200",
      description = "Every pupil once; empty without links",
      content =
          @Content(
              schema = @Schema(implementation = FamilyPupilsResponse.class),
              examples = @ExampleObject(name = "pupils", value = FamilyExamples.PUPILS)))
  @APIResponse(responseCode = "304", description = FamilyErrors.NOT_MODIFIED)
  @APIResponse(responseCode = "401", description = FamilyErrors.BAD_TOKEN)
  @APIResponse(responseCode = "503", description = FamilyErrors.RESTORING)
  public Response list(@HeaderParam("If-None-Match") Optional<String> ifNoneMatch)
      throws SQLException {
    List<ListedPupil> pupils = listing.of(caller.subjectId());
    return TaggedAnswer.of(
        tag(pupils),
        ifNoneMatch,
        () -> new FamilyPupilsResponse(pupils.stream().map(FamilyPupilResponse::of).toList()));
  }

  private static Tag tag(List<ListedPupil> pupils) {
    Tag tag = new Tag();
    for (ListedPupil p : pupils) {
      tag.add(p.pupil())
          .add(p.link().id())
          .add(p.link().version())
          .add(p.link().isSuspended())
          .add(p.link().accessState())
          .add(p.profileState());
    }
    return tag;
  }

  @Schema(name = "FamilyPupils")
  record FamilyPupilsResponse(List<FamilyPupilResponse> items) {}
}
