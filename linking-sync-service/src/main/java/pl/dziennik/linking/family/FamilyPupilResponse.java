package pl.dziennik.linking.family;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentBody.Profile;

/** A pupil of the family. Without a profile, yet or at present, there is the first name only. */
@Schema(name = "FamilyPupil")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record FamilyPupilResponse(
    @Schema(description = "The school's id of the pupil") UUID id,
    String firstName,
    Optional<String> lastName,
    Optional<String> schoolName,
    Optional<String> className,
    Optional<String> schoolYear,
    @Schema(description = "The link that opens the pupil") UUID linkId,
    Status status,
    @Schema(description = "Why it is suspended; only then") Optional<SuspensionReason> reason,
    @Schema(description = "False while the first download is under way, or suspended")
        boolean complete,
    @Schema(description = "What the school does not share with the app")
        List<String> blockedCategories) {

  /** Whether the pupil can be read. */
  @Schema(name = "FamilyPupilStatus")
  enum Status {
    ACTIVE,
    SUSPENDED
  }

  static FamilyPupilResponse of(ListedPupil p) {
    Optional<SuspensionReason> reason =
        p.standing() instanceof Standing.Suspended(SuspensionReason why)
            ? Optional.of(why)
            : Optional.empty();
    return new FamilyPupilResponse(
        p.pupil(),
        p.profile().map(Profile::firstName).orElse(p.firstName()),
        p.profile().map(Profile::lastName),
        p.profile().map(Profile::schoolName),
        p.profile().map(Profile::className),
        p.profile().map(Profile::schoolYear),
        p.link().id(),
        reason.isPresent() ? Status.SUSPENDED : Status.ACTIVE,
        reason,
        p.profile().isPresent(),
        p.standing() instanceof Standing.Readable readable
            ? readable.blocked().stream().sorted().map(Category::name).toList()
            : List.of());
  }
}
