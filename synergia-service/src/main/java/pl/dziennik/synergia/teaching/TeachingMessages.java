package pl.dziennik.synergia.teaching;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What clients send and get about teaching. */
public final class TeachingMessages {
  private TeachingMessages() {}

  @Schema(name = "SynergiaTeacherRequest")
  public record TeacherRequest(
      @NotBlank @Size(max = 100) String firstName, @NotBlank @Size(max = 100) String lastName) {}

  @Schema(name = "SynergiaTeacherCreated")
  public record TeacherCreated(UUID id, UUID accountId, String login) {}

  @Schema(name = "SynergiaTeacher")
  public record TeacherResponse(UUID id, String firstName, String lastName) {}

  @Schema(name = "SynergiaTeacherPage")
  public record TeacherPage(List<TeacherResponse> items) {}

  @Schema(name = "SynergiaSubjectRequest")
  public record SubjectRequest(
      @NotBlank @Size(max = 100) String name, @NotBlank @Size(max = 20) String shortName) {}

  @Schema(name = "SynergiaSubjectNameRequest")
  public record SubjectNameRequest(@NotBlank @Size(max = 100) String name) {}

  @Schema(name = "SynergiaSubject")
  public record SubjectResponse(UUID id, String name, String shortName, int revision) {
    static SubjectResponse of(Subjects.Subject s) {
      return new SubjectResponse(s.id(), s.name(), s.shortName(), s.revision());
    }
  }

  @Schema(name = "SynergiaSubjectPage")
  public record SubjectPage(List<SubjectResponse> items) {}

  @Schema(name = "SynergiaAssignmentRequest")
  public record AssignmentRequest(
      @NotNull UUID teacherId, @NotNull UUID subjectId, @NotNull UUID classId) {}

  @Schema(name = "SynergiaAssignment")
  public record AssignmentResponse(
      UUID id,
      UUID teacherId,
      String teacher,
      UUID subjectId,
      String subject,
      UUID classId,
      String className) {}

  @Schema(name = "SynergiaAssignmentPage")
  public record AssignmentPage(List<AssignmentResponse> items) {}

  @Schema(name = "SynergiaTeachingCreated")
  public record TeachingCreated(UUID id) {}

  @Schema(name = "SynergiaClassMember")
  public record ClassMemberResponse(UUID id, String firstName, String lastName, int number) {}

  @Schema(name = "SynergiaClassMemberPage")
  public record ClassMemberPage(List<ClassMemberResponse> items) {}
}
