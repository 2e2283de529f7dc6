package pl.dziennik.account.registration;

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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import pl.dziennik.account.address.Addresses;
import pl.dziennik.account.challenge.Challenges;
import pl.dziennik.account.language.Language;
import pl.dziennik.account.mail.MailAdvice;
import pl.dziennik.account.mail.MailAdvice.Mailbox;
import pl.dziennik.account.registration.Registrations.Application;
import pl.dziennik.account.terms.Terms;
import pl.dziennik.support.mail.MailAddress;
import pl.dziennik.support.problem.Problem;

/** Registration by e-mail. Anonymous, repeatable, and silent about who is known. */
@Path("/accounts/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
public class RegistrationResource {
  private final Registering registering;
  private final Challenges challenges;
  private final Terms terms;
  private final Floor floor;
  private final MailAdvice advice;

  RegistrationResource(
      Registering registering, Challenges challenges, Terms terms, Floor floor, MailAdvice advice) {
    this.registering = registering;
    this.challenges = challenges;
    this.terms = terms;
    this.floor = floor;
    this.advice = advice;
  }

  @POST
  @Path("/registrations")
  @Operation(operationId = "register", summary = "Register an account by e-mail")
  @APIResponseSchema(value = RegistrationResponse.class, responseCode = "202")
  public Response register(@NotNull @Valid RegistrationRequest request) throws SQLException {
    Application application = application(request);
    challenges.redeem(request.challengeResponse());
    floor.under(() -> registering.register(application, request.password()));
    String noMail =
        advice.noMail(mailbox(request.ageBracket()), Language.asked(request.language()));
    return Response.accepted(new RegistrationResponse(application.id(), noMail)).build();
  }

  @POST
  @Path("/activation-mails")
  @Operation(operationId = "resendActivationMail", summary = "Send the activation mail again")
  @APIResponseSchema(value = ActivationMailResponse.class, responseCode = "202")
  public Response resend(@NotNull @Valid ActivationMailRequest request) throws SQLException {
    floor.under(() -> registering.resend(request.registrationId()));
    Mailbox mailbox =
        Optional.ofNullable(request.ageBracket())
            .map(RegistrationResource::mailbox)
            .orElse(Mailbox.EITHER);
    String noMail = advice.noMail(mailbox, Language.asked(request.language()));
    return Response.accepted(new ActivationMailResponse(noMail)).build();
  }

  private Application application(RegistrationRequest r) {
    String email = Addresses.normal("email", r.email());
    Optional<String> guardian =
        Optional.ofNullable(r.guardianEmail()).map(g -> Addresses.normal("guardianEmail", g));
    if (r.ageBracket() == AgeBracket.UNDER_THIRTEEN && guardian.isEmpty()) {
      throw Problem.unprocessable(
          "guardian-needed",
          "guardianEmail",
          "Under 13 a parent decides: their address is needed.");
    }
    if (guardian.filter(g -> MailAddress.isSameMailbox(g, email)).isPresent()) {
      throw Problem.unprocessable(
          "guardian-is-oneself", "guardianEmail", "The parent's address must be another one.");
    }
    if (!terms.version().equals(r.termsVersion())) {
      throw Problem.unprocessable(
          "terms-not-current", "termsVersion", "Other terms are in force: read them first.");
    }
    if (r.password().strip().equalsIgnoreCase(email)) {
      throw Problem.unprocessable("password-too-weak", "password", "The password is the address.");
    }
    Language language = Language.asked(r.language());
    Language read = Optional.ofNullable(r.termsLanguage()).map(Language::asked).orElse(language);
    // Random and not time-ordered: holding it proves that one is the client that registered.
    return new Application(
        UUID.randomUUID(), email, r.ageBracket(), guardian, r.termsVersion(), read, language);
  }

  private static Mailbox mailbox(AgeBracket bracket) {
    return bracket == AgeBracket.UNDER_THIRTEEN ? Mailbox.GUARDIANS : Mailbox.OWN;
  }

  @Schema(name = "AccountRegistrationRequest")
  public record RegistrationRequest(
      @NotBlank @Size(max = 254) String email,
      @NotNull @Size(min = 10, max = 128) String password,
      @NotNull AgeBracket ageBracket,
      @Nullable @Size(max = 254) String guardianEmail,
      @NotBlank @Size(max = 32) String termsVersion,
      @Nullable
          @Pattern(regexp = Language.CODES)
          @Schema(description = "Of the account: its mails and pages. Polish when it is not said.")
          String language,
      @Nullable
          @Pattern(regexp = Language.CODES)
          @Schema(description = "In which the terms were shown; `language` when it is not said")
          String termsLanguage,
      @NotBlank @Size(max = 2000) String challengeResponse) {}

  /**
   * @param registrationId to be kept by the client: with it the mail's link activates at once
   */
  @Schema(name = "AccountRegistration")
  public record RegistrationResponse(UUID registrationId, String noMail) {}

  /**
   * @param ageBracket as at the registration: whose mailbox the advice is about
   * @param language of the advice; the mail has the registration's
   */
  @Schema(name = "AccountActivationMailRequest")
  public record ActivationMailRequest(
      @NotNull UUID registrationId,
      @Nullable AgeBracket ageBracket,
      @Nullable @Pattern(regexp = Language.CODES) String language) {}

  @Schema(name = "AccountActivationMail")
  public record ActivationMailResponse(String noMail) {}
}
