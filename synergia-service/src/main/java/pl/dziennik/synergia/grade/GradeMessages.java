package pl.dziennik.synergia.grade;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What clients send and get about grades. */
public final class GradeMessages {
  /** Feedback is the law's idea of a grade; a novel is not. */
  private static final int MAX_COMMENT = 1000;

  private GradeMessages() {}

  @Schema(name = "SynergiaGradeRequest")
  public record GradeRequest(
      @NotNull UUID classId,
      @NotNull UUID subjectId,
      @NotNull UUID pupilId,
      @NotNull UUID categoryId,
      @NotBlank String value,
      @Nullable GradeKind kind,
      @Nullable @Min(0) @Max(100) Integer weight,
      @Nullable @Size(max = MAX_COMMENT) String comment,
      @Nullable LocalDate date) {

    PostGrade by(UUID teacher) {
      return new PostGrade(
          teacher,
          classId,
          subjectId,
          pupilId,
          categoryId,
          value.strip(),
          Optional.ofNullable(kind).orElse(GradeKind.CURRENT),
          weight == null ? OptionalInt.empty() : OptionalInt.of(weight),
          Optional.ofNullable(comment).orElse(""),
          Optional.ofNullable(date));
    }
  }

  @Schema(name = "SynergiaGradeCorrectionRequest")
  public record GradeCorrectionRequest(
      @Nullable String value,
      @Nullable UUID categoryId,
      @Nullable @Min(0) @Max(100) Integer weight,
      @Nullable @Size(max = MAX_COMMENT) String comment) {

    CorrectGrade by(UUID gradeId, UUID teacher, String ifMatch) {
      return new CorrectGrade(
          gradeId,
          teacher,
          ifMatch,
          Optional.ofNullable(value).map(String::strip),
          Optional.ofNullable(categoryId),
          Optional.ofNullable(weight),
          Optional.ofNullable(comment));
    }
  }

  /** A grade just written. */
  @Schema(name = "SynergiaGradeState")
  public record GradeStateResponse(
      UUID id, int revision, Instant since, String value, int weight, String correctedFrom) {

    static GradeStateResponse of(Grade g) {
      return new GradeStateResponse(
          g.id(),
          g.revision(),
          g.since(),
          g.state().value(),
          g.state().weight(),
          g.correctedFrom());
    }
  }

  @Schema(name = "SynergiaGrade")
  public record GradeResponse(
      UUID id,
      UUID pupilId,
      UUID classId,
      UUID subjectId,
      String subject,
      String teacher,
      UUID categoryId,
      String category,
      String color,
      String value,
      int weight,
      boolean counted,
      GradeKind kind,
      String comment,
      LocalDate date,
      String term,
      String correctedFrom,
      int revision,
      Instant since) {

    static GradeResponse of(GradeReading.Line g) {
      return new GradeResponse(
          g.id(),
          g.pupilId(),
          g.classId(),
          g.subjectId(),
          g.subject(),
          g.teacher(),
          g.categoryId(),
          g.category(),
          g.color(),
          g.value(),
          g.weight(),
          g.counted(),
          g.kind(),
          g.comment(),
          g.date(),
          g.term(),
          g.correctedFrom(),
          g.revision(),
          g.since());
    }
  }

  @Schema(name = "SynergiaGradeAverage")
  public record GradeAverage(UUID pupilId, UUID subjectId, String term, BigDecimal value) {}

  @Schema(name = "SynergiaGradePage")
  public record GradePage(List<GradeResponse> items, List<GradeAverage> averages) {

    static GradePage of(List<GradeReading.Line> lines) {
      return new GradePage(
          lines.stream().map(GradeResponse::of).toList(),
          GradeReading.averages(lines).stream()
              .map(a -> new GradeAverage(a.pupilId(), a.subjectId(), a.term(), a.value()))
              .toList());
    }
  }
}
