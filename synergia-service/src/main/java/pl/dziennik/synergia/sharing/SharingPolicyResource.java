package pl.dziennik.synergia.sharing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import pl.dziennik.events.document.Category;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.synergia.access.ForAccount;
import pl.dziennik.synergia.access.StaffRole;
import pl.dziennik.synergia.revision.IfMatch;

/** The school's sharing policy. Insight inside Synergia is not touched by it. */
@Path("/synergia/v1/sharing-policy")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ForAccount(roles = {StaffRole.ADMINISTRATOR, StaffRole.HEAD})
public class SharingPolicyResource {
  private final SharingDecision decision;

  SharingPolicyResource(SharingDecision decision) {
    this.decision = decision;
  }

  @GET
  @Operation(operationId = "getSharingPolicy", summary = "Categories withheld from copies")
  @APIResponseSchema(value = SharingPolicyMessage.class, responseCode = "200")
  public Response policy() {
    return answer(decision.blocked());
  }

  @PUT
  @Operation(operationId = "putSharingPolicy", summary = "Replace the list of withheld categories")
  @APIResponseSchema(value = SharingPolicyMessage.class, responseCode = "200")
  public Response decide(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid SharingPolicyMessage request) {
    String tag = IfMatch.required(ifMatch);
    if (request.blockedCategories().stream().anyMatch(SharingDecision.ALWAYS_SHARED::contains)) {
      throw Problem.unprocessable(
          "category-not-blockable", "blockedCategories", "Access and profile are always shared.");
    }
    return answer(decision.decide(request.blockedCategories(), tag));
  }

  private static Response answer(Set<Category> blocked) {
    return Response.ok(new SharingPolicyMessage(blocked)).tag(SharingDecision.tag(blocked)).build();
  }

  @Schema(name = "SynergiaSharingPolicy")
  public record SharingPolicyMessage(@NotNull Set<@NotNull Category> blockedCategories) {}
}
