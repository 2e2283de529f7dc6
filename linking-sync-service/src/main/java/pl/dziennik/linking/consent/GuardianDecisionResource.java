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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

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
    GuardianDeciding.Question q =
        deciding.question(request.token(), Optional.ofNullable(request.language()));
    return Response.ok(
            new QuestionResponse(
                q.holderEmail(),
                q.schoolName(),
                q.login(),
                q.firstNames().stream().map(AskedPupil::new).toList(),
                q.text().id(),
                q.text().version(),
                q.text().language(),
                q.text().text(),
                q.text().sha256()))
        .header("Cache-Control", "no-store")
        .build();
  }

  @POST
  @Operation(operationId = "decideLinkAsGuardian", summary = "A guardian confirms or refuses")
  public void decide(@NotNull @Valid DecisionRequest request) throws SQLException {
    switch (request.decision()) {
      case CONFIRM -> deciding.confirm(request.token(), Optional.ofNullable(request.sha256()));
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
  public record TokenRequest(
      @NotBlank @Size(max = 200) String token,
      @Nullable
          @Size(max = 35)
          @Schema(
              description =
                  "Of the page: pl, en or uk. Anything else gets the text in the language that the"
                      + " account holder agreed to it in.")
          String language) {}

  @Schema(name = "FamilyGuardianDecisionRequest")
  public record DecisionRequest(
      @NotBlank @Size(max = 200) String token,
      @NotNull Decision decision,
      @Nullable
          @Size(max = 64)
          @Schema(
              description =
                  "Of the text that the guardian was shown, kept as evidence of a CONFIRM. When it"
                      + " is no text of this link: 422 consent-text-not-current.")
          String sha256) {}

  /**
   * @param text what the account holder agreed to, to the letter when in the same language
   * @param language of the text
   */
  @Schema(name = "FamilyGuardianQuestion")
  public record QuestionResponse(
      String holderEmail,
      String schoolName,
      String login,
      List<AskedPupil> pupils,
      String textId,
      String version,
      String language,
      String text,
      String sha256) {}

  @Schema(name = "FamilyGuardianPupil")
  public record AskedPupil(String firstName) {}
}
