package pl.dziennik.account.export;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Everything held about one account. Hashes are left out: nothing of a person can be read in them.
 */
@Schema(name = "AccountExport")
public record AccountExport(
    Holder account,
    List<Registration> registrations,
    List<Entitlement> entitlements,
    List<Link> links,
    List<MailSent> mails,
    List<MailLink> mailLinks) {

  @Schema(name = "AccountExportHolder")
  public record Holder(
      UUID id,
      String email,
      String language,
      String ageBracket,
      @Nullable String guardianEmail,
      String termsVersion,
      String termsLanguage,
      long version,
      Instant activatedAt) {}

  @Schema(name = "AccountExportRegistration")
  public record Registration(
      UUID id,
      String ageBracket,
      @Nullable String guardianEmail,
      String termsVersion,
      String termsLanguage,
      String language,
      String state,
      Instant createdAt) {}

  @Schema(name = "AccountExportEntitlement")
  public record Entitlement(
      UUID id,
      String product,
      @Nullable UUID pupilId,
      Instant from,
      Instant until,
      String source) {}

  @Schema(name = "AccountExportLink")
  public record Link(UUID linkId, UUID pupilId) {}

  /** A mail's own data are wiped when it is sent; it is forgotten a day later. */
  @Schema(name = "AccountExportMail")
  public record MailSent(UUID id, String template, String language, Instant createdAt) {}

  @Schema(name = "AccountExportMailLink")
  public record MailLink(String purpose, Instant createdAt, Instant expiresAt) {}
}
