package pl.dziennik.synergia.teaching;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import pl.dziennik.support.idempotency.Idempotent;
import pl.dziennik.synergia.access.ForAccount;
import pl.dziennik.synergia.access.StaffRole;

/** Teachers and assignments, kept by the administrator; teachers read their own part. */
@Path("/synergia/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ForAccount(roles = StaffRole.ADMINISTRATOR)
public class TeachingResource {
  private final Staffing staffing;
  private final Assignments assignments;
  private final ClassList classList;

  TeachingResource(Staffing staffing, Assignments assignments, ClassList classList) {
    this.staffing = staffing;
    this.assignments = assignments;
    this.classList = classList;
  }

  @POST
  @Path("/teachers")
  @Idempotent
  @Operation(operationId = "addTeacher", summary = "Enter a teacher and issue the account")
  @APIResponseSchema(value = TeachingMessages.TeacherCreated.class, responseCode = "201")
  public Response addTeacher(@NotNull @Valid TeachingMessages.TeacherRequest r) {
    Staffing.NewTeacher teacher = staffing.addTeacher(r.firstName(), r.lastName());
    return created(
        "teachers",
        teacher.id(),
        new TeachingMessages.TeacherCreated(teacher.id(), teacher.accountId(), teacher.login()));
  }

  @GET
  @Path("/teachers")
  @Operation(operationId = "listTeachers", summary = "The staff, in Polish order")
  public TeachingMessages.TeacherPage teachers() {
    return new TeachingMessages.TeacherPage(
        staffing.teachers().stream()
            .map(t -> new TeachingMessages.TeacherResponse(t.id(), t.firstName(), t.lastName()))
            .toList());
  }

  @POST
  @Path("/teaching-assignments")
  @Idempotent
  @Operation(operationId = "assignTeaching", summary = "Let a teacher teach a subject to a class")
  @APIResponseSchema(value = TeachingMessages.TeachingCreated.class, responseCode = "201")
  public Response assign(@NotNull @Valid TeachingMessages.AssignmentRequest r) {
    UUID id = staffing.assign(r.teacherId(), r.subjectId(), r.classId());
    return created("teaching-assignments", id, new TeachingMessages.TeachingCreated(id));
  }

  @GET
  @Path("/teaching-assignments")
  @ForAccount(roles = {StaffRole.ADMINISTRATOR, StaffRole.HEAD, StaffRole.TEACHER})
  @Operation(
      operationId = "listAssignments",
      summary = "Who teaches what to which class; a teacher's own")
  public TeachingMessages.AssignmentPage assignments() {
    return new TeachingMessages.AssignmentPage(
        assignments.visible().stream()
            .map(
                a ->
                    new TeachingMessages.AssignmentResponse(
                        a.id(),
                        a.teacherId(),
                        a.teacher(),
                        a.subjectId(),
                        a.subject(),
                        a.classId(),
                        a.className()))
            .toList());
  }

  @GET
  @Path("/classes/{id}/pupils")
  @ForAccount(roles = {StaffRole.TEACHER, StaffRole.HEAD, StaffRole.ADMINISTRATOR})
  @Operation(operationId = "listClassPupils", summary = "The class list, for who teaches there")
  public TeachingMessages.ClassMemberPage members(@PathParam("id") UUID classId) {
    return new TeachingMessages.ClassMemberPage(
        classList.of(classId).stream()
            .map(
                m ->
                    new TeachingMessages.ClassMemberResponse(
                        m.pupilId(), m.firstName(), m.lastName(), m.number()))
            .toList());
  }

  private static Response created(String path, UUID id, Object body) {
    return Response.created(URI.create("/synergia/v1/" + path + "/" + id)).entity(body).build();
  }
}
