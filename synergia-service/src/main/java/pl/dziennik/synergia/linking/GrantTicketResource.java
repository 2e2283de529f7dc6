package pl.dziennik.synergia.linking;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pl.dziennik.events.document.Category;
import pl.dziennik.support.token.PersonOnly;
import pl.dziennik.synergia.access.ForAccount;
import pl.dziennik.synergia.access.SignedIn;

/** Opened by the linking client's token of the person alone, and that token opens nothing else. */
@Path("/internal/v1/grant-tickets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class GrantTicketResource {
  private final GrantTicketIssuing issuing;
  private final SignedIn signedIn;

  GrantTicketResource(GrantTicketIssuing issuing, SignedIn signedIn) {
    this.issuing = issuing;
    this.signedIn = signedIn;
  }

  @POST
  @PersonOnly(exclusive = "family-linking")
  @ForAccount(beforeRegulations = true)
  @Operation(operationId = "issueGrantTicket", summary = "Let a link see this account's pupils")
  public Response issue(@NotNull @Valid GrantTicketRequest request) {
    GrantTicketIssuing.Issued issued = issuing.issue(request.linkId(), request.accountId());
    GrantTicketIssuing.Granting by = issued.by();
    return Response.ok(
            new GrantTicketResponse(
                issued.ticket(),
                by.schoolId(),
                by.schoolName(),
                signedIn.accountId(),
                by.login(),
                by.name(),
                issued.pupils(),
                issued.categories(),
                by.epoch()))
        .header("Cache-Control", "no-store")
        .build();
  }

  /**
   * @param accountId of the consumer's account
   */
  @Schema(name = "SynergiaGrantTicketRequest")
  public record GrantTicketRequest(@NotNull UUID linkId, @NotNull UUID accountId) {}

  @Schema(name = "SynergiaGrantTicket")
  public record GrantTicketResponse(
      String ticket,
      UUID schoolId,
      String schoolName,
      UUID synergiaAccountId,
      String login,
      String displayName,
      List<PupilResponse> pupils,
      Set<Category> categories,
      long epoch) {}

  @Schema(name = "SynergiaGrantedPupil")
  public record PupilResponse(UUID id, String firstName, String lastName, String className) {}
}
