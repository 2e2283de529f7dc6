package pl.dziennik.linking.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pl.dziennik.linking.link.LinkStatus;

/** Bodies of linking. */
final class LinkMessages {
  private static final int LONGEST_ADDRESS = 254;
  private static final int LONGEST_CODE = 4_000;
  private static final int LONGEST_HASH = 64;

  private LinkMessages() {}

  @Schema(name = "FamilyPlatform")
  enum Platform {
    WEB,
    APP
  }

  /**
   * @param redirectUri from the published list; the page there hands the answer to this client
   */
  @Schema(name = "FamilyLinkRequest")
  record LinkRequest(
      @NotBlank @Size(max = 500) @Schema(examples = "http://localhost:8080/linked")
          String redirectUri,
      @NotNull Platform platform) {}

  @Schema(name = "FamilyAuthorizationResult")
  record AuthorizationResultRequest(
      @NotBlank @Size(max = LONGEST_CODE) String code,
      @NotBlank @Size(max = 200) String state,
      @NotBlank @Size(max = 500) String iss) {}

  /**
   * @param sha256 tells the language and the exact text, which the version does not
   * @param guardianEmail for an account holder under 16 whose account names no guardian
   */
  @Schema(name = "FamilyConsentRequest")
  record ConsentRequest(
      @NotBlank @Size(max = 64) String textId,
      @NotBlank @Size(max = 32) String version,
      @Nullable
          @Size(max = LONGEST_HASH)
          @Schema(
              description =
                  "consent.sha256 of the text that was shown. When another one would be kept as"
                      + " evidence: 422 consent-text-not-current, and nothing is.")
          String sha256,
      @NotNull Boolean accepted,
      @Nullable @Size(max = LONGEST_ADDRESS) String guardianEmail) {}

  /**
   * A link as its holder sees it.
   *
   * @param reason why it is suspended or has ended
   * @param authorizationUrl where to sign in at the school, while that is awaited
   * @param consent what to show and send back, while the consent is awaited
   * @param confirmable pupils of the school account that this link does not cover
   */
  @Schema(name = "FamilyLink")
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record LinkResponse(
      UUID id,
      LinkStatus status,
      Optional<String> reason,
      Instant createdAt,
      Optional<Instant> expiresAt,
      Optional<String> authorizationUrl,
      Optional<SchoolAccountResponse> school,
      Optional<ConsentResponse> consent,
      List<CoveredPupil> pupils,
      List<UUID> confirmable,
      Optional<SyncResponse> sync) {}

  /**
   * @param login of the school account; gone with the link
   */
  @Schema(name = "FamilySchoolAccount")
  record SchoolAccountResponse(UUID schoolId, String schoolName, String login) {}

  @Schema(name = "FamilyCoveredPupil")
  record CoveredPupil(UUID id, String firstName) {}

  /** Both sides by name, so that a person lured into somebody else's link can see it. */
  @Schema(name = "FamilyConsentToGive")
  record ConsentResponse(
      String textId,
      String version,
      String language,
      String text,
      String sha256,
      List<String> controllers,
      List<String> purposes,
      String withdrawalMethod,
      String accountEmail,
      String synergiaLogin,
      String synergiaName,
      List<NamedPupil> pupils,
      List<String> categories,
      boolean guardianNeeded,
      boolean guardianEmailNeeded) {}

  @Schema(name = "FamilyNamedPupil")
  record NamedPupil(UUID id, String firstName, String lastName, String className) {}

  @Schema(name = "FamilySyncStatus")
  enum SyncStatus {
    DOWNLOADING,
    IN_SYNC
  }

  /**
   * @param status IN_SYNC once the access document and the pupils' profiles are here
   */
  @Schema(name = "FamilySync")
  record SyncResponse(SyncStatus status, List<CategoryProgress> perCategory) {}

  @Schema(name = "FamilyCategoryProgress")
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record CategoryProgress(String category, long documents, Optional<Instant> lastChangeAt) {}

  @Schema(name = "FamilyLinkPage")
  record LinkPage(List<LinkResponse> items) {}
}
