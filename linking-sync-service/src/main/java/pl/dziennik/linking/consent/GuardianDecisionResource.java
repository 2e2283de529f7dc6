package pl.dziennik.linking.consent;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The guardian's page: the token of the mail is the only right needed. */
@Path("/family/v1/guardian-decisions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
public class GuardianDecisionResource {
  private final GuardianDeciding deciding;

  GuardianDecisionResource(GuardianDeciding deciding) {
    this.deciding = deciding;
  }

  @POST
  @Path("/details")
  @APIResponseSchema(value = QuestionResponse.class, responseCode = "200")
  @Operation(
      operationId = "getLinkGuardianDecision",
      summary = "What a guardian is asked about a link; changes nothing")
  public Response details(@NotNull @Valid TokenRequest request) throws SQLException {
    GuardianDeciding.Question q = deciding.question(request.token());
    return Response.ok(
            new QuestionResponse(
                q.holderEmail(),
                q.schoolName(),
                q.login(),
                q.firstNames().stream().map(AskedPupil::new).toList(),
                q.text().text(),
                q.text().language()))
        .header("Cache-Control", "no-store")
        .build();
  }

  @POST
  @Operation(operationId = "decideLinkAsGuardian", summary = "A guardian confirms or refuses")
  public void decide(@NotNull @Valid DecisionRequest request) throws SQLException {
    switch (request.decision()) {
      case CONFIRM -> deciding.confirm(request.token());
      case REFUSE -> deciding.refuse(request.token());
    }
  }

  @Schema(name = "FamilyGuardianDecision")
  enum Decision {
    CONFIRM,
    REFUSE
  }

  /**
   * @param token from the mail's link
   */
  @Schema(name = "FamilyGuardianTokenRequest")
  public record TokenRequest(@NotBlank @Size(max = 200) String token) {}

  @Schema(name = "FamilyGuardianDecisionRequest")
  public record DecisionRequest(
      @NotBlank @Size(max = 200) String token, @NotNull Decision decision) {}

  /**
   * @param text what the account holder agreed to, to the letter
   * @param language of the text
   */
  @Schema(name = "FamilyGuardianQuestion")
  public record QuestionResponse(
      String holderEmail,
      String schoolName,
      String login,
      List<AskedPupil> pupils,
      String text,
      String language) {}

  @Schema(name = "FamilyGuardianPupil")
  public record AskedPupil(String firstName) {}
}
