package pl.dziennik.synergia.linking;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.Generation;
import pl.dziennik.synergia.sync.Reconciliation;

/** Bodies of the internal registers and of the lists to compare. */
final class RegisterMessages {
  private static final int LONGEST_TICKET = 8_000;
  private static final int MOST_PERIODS = 500;

  private RegisterMessages() {}

  enum GrantState {
    LIVE,
    ENDED
  }

  /**
   * @param epoch that LIVE is meant for; not looked at for ENDED
   * @param ticket needed for LIVE
   */
  @Schema(name = "SynergiaGrantRequest")
  record GrantRequest(
      @NotNull GrantState state,
      @PositiveOrZero long epoch,
      @Nullable @Size(max = LONGEST_TICKET) String ticket) {}

  @Schema(name = "SynergiaEpoch")
  record EpochResponse(long epoch) {}

  /**
   * @param known the epoch that looked as if it had been restored; another one has been raised
   * @param above an epoch that was in use before
   */
  @Schema(name = "SynergiaRestoredRequest")
  record RestoredRequest(@PositiveOrZero long known, @PositiveOrZero long above) {}

  @Schema(name = "SynergiaScopeRequest")
  record ScopeRequest(
      @NotNull @Valid GenerationMessage generation,
      @NotNull @Size(max = MOST_PERIODS)
          List<@NotNull @Pattern(regexp = "[0-9A-Za-z/-]{1,32}") String> heldPeriods) {}

  @Schema(name = "SynergiaGeneration")
  record GenerationMessage(@Positive long epoch, @Positive long number) {
    Generation value() {
      return new Generation(epoch, number);
    }

    static GenerationMessage of(Generation generation) {
      return new GenerationMessage(generation.epoch(), generation.number());
    }
  }

  @Schema(name = "SynergiaGrantPage")
  record GrantPage(long epoch, List<GrantResponse> items) {
    static GrantPage of(Reconciliation.GrantList list) {
      return new GrantPage(list.epoch(), list.grants().stream().map(GrantResponse::of).toList());
    }
  }

  @Schema(name = "SynergiaGrant")
  record GrantResponse(
      UUID linkId,
      String state,
      long confirmedEpoch,
      Optional<UUID> accountId,
      Optional<UUID> consumerAccountId,
      Optional<Instant> issuedAt) {
    static GrantResponse of(Reconciliation.Grant g) {
      return new GrantResponse(
          g.linkId(),
          g.state(),
          g.confirmedEpoch(),
          g.accountId(),
          g.consumerAccountId(),
          Optional.ofNullable(g.issuedAt()));
    }
  }

  @Schema(name = "SynergiaScope")
  record ScopeResponse(
      String audience, Category category, GenerationMessage generation, boolean live) {
    static ScopeResponse of(Reconciliation.ScopeRow row) {
      return new ScopeResponse(
          row.audience().toString(),
          row.category(),
          GenerationMessage.of(row.generation()),
          row.live());
    }
  }

  @Schema(name = "SynergiaDocumentState")
  record DocumentResponse(
      String audience,
      Category category,
      String period,
      long version,
      String hash,
      boolean onTheWay) {
    static DocumentResponse of(Reconciliation.DocumentRow row) {
      return new DocumentResponse(
          row.key().audience().toString(),
          row.key().category(),
          row.key().period(),
          row.version(),
          row.hash(),
          row.onTheWay());
    }
  }
}
