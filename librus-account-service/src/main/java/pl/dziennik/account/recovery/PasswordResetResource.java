package pl.dziennik.account.recovery;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import pl.dziennik.account.address.Addresses;
import pl.dziennik.account.language.Language;
import pl.dziennik.account.mail.MailAdvice;
import pl.dziennik.account.mail.MailAdvice.Mailbox;
import pl.dziennik.account.registration.Floor;

/** Forgotten passwords; anonymous, and silent about who is known. */
@Path("/accounts/v1/password-resets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
public class PasswordResetResource {
  private final PasswordRecovery recovery;
  private final Floor floor;
  private final MailAdvice advice;

  PasswordResetResource(PasswordRecovery recovery, Floor floor, MailAdvice advice) {
    this.recovery = recovery;
    this.floor = floor;
    this.advice = advice;
  }

  @POST
  @Operation(operationId = "beginPasswordReset", summary = "Send a link to set a new password")
  @APIResponseSchema(value = PasswordResetResponse.class, responseCode = "202")
  public Response begin(@NotNull @Valid PasswordResetRequest r) throws SQLException {
    String email = Addresses.normal("email", r.email());
    floor.under(() -> recovery.begin(email));
    String noMail = advice.noMail(Mailbox.OWN, Language.asked(r.language()));
    return Response.accepted(new PasswordResetResponse(noMail)).build();
  }

  @POST
  @Path("/confirmations")
  @Operation(operationId = "completePasswordReset", summary = "Set the new password")
  @APIResponse(responseCode = "204", description = "Done")
  public Response complete(@NotNull @Valid PasswordResetConfirmationRequest r) throws SQLException {
    recovery.complete(r.token(), r.password());
    return Response.noContent().build();
  }

  /**
   * @param language of the advice; the mail has the account's
   */
  @Schema(name = "AccountPasswordResetRequest")
  public record PasswordResetRequest(
      @NotBlank @Size(max = 254) String email,
      @Nullable @Pattern(regexp = Language.CODES) String language) {}

  /**
   * @param noMail what to do when no mail comes; the same whether or not the address is known
   */
  @Schema(name = "AccountPasswordReset")
  public record PasswordResetResponse(String noMail) {}

  @Schema(name = "AccountPasswordResetConfirmationRequest")
  public record PasswordResetConfirmationRequest(
      @NotBlank @Size(max = 128) String token,
      @NotNull @Size(min = 10, max = 128) String password) {}
}
