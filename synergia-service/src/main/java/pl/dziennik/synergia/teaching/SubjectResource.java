package pl.dziennik.synergia.teaching;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.jspecify.annotations.Nullable;
import pl.dziennik.support.idempotency.Idempotent;
import pl.dziennik.synergia.access.ForAccount;
import pl.dziennik.synergia.access.StaffRole;
import pl.dziennik.synergia.revision.IfMatch;

/** Subjects, kept by the administrator; teachers read them. */
@Path("/synergia/v1/subjects")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ForAccount(roles = StaffRole.ADMINISTRATOR)
public class SubjectResource {
  private final Subjects subjects;

  SubjectResource(Subjects subjects) {
    this.subjects = subjects;
  }

  @POST
  @Idempotent
  @Operation(operationId = "addSubject", summary = "Add a subject")
  @APIResponseSchema(value = TeachingMessages.TeachingCreated.class, responseCode = "201")
  public Response add(@NotNull @Valid TeachingMessages.SubjectRequest r) {
    UUID id = subjects.add(r.name(), r.shortName());
    return Response.created(URI.create("/synergia/v1/subjects/" + id))
        .tag("1")
        .entity(new TeachingMessages.TeachingCreated(id))
        .build();
  }

  @GET
  @ForAccount(roles = {StaffRole.ADMINISTRATOR, StaffRole.HEAD, StaffRole.TEACHER})
  @Operation(operationId = "listSubjects", summary = "The school's subjects")
  public TeachingMessages.SubjectPage list() {
    return new TeachingMessages.SubjectPage(
        subjects.all().stream().map(TeachingMessages.SubjectResponse::of).toList());
  }

  @GET
  @Path("/{id}")
  @ForAccount(roles = {StaffRole.ADMINISTRATOR, StaffRole.HEAD, StaffRole.TEACHER})
  @Operation(operationId = "getSubject", summary = "One subject with its ETag")
  @APIResponseSchema(value = TeachingMessages.SubjectResponse.class, responseCode = "200")
  public Response one(@PathParam("id") UUID id) {
    return answer(subjects.one(id));
  }

  @PATCH
  @Path("/{id}")
  @Operation(operationId = "renameSubject", summary = "Rename a subject, in families' copies too")
  @APIResponseSchema(value = TeachingMessages.SubjectResponse.class, responseCode = "200")
  public Response rename(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid TeachingMessages.SubjectNameRequest r) {
    return answer(subjects.rename(id, r.name(), IfMatch.required(ifMatch)));
  }

  private static Response answer(Subjects.Subject subject) {
    return Response.ok(TeachingMessages.SubjectResponse.of(subject))
        .tag(Integer.toString(subject.revision()))
        .build();
  }
}
