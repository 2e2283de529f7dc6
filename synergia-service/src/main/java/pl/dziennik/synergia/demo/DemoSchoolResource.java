package pl.dziennik.synergia.demo;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.synergia.access.ForOperator;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/** The demo school, made by an operator where the configuration allows it. */
@Path("/synergia/v1/demo-school")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ForOperator
public class DemoSchoolResource {
  private final DemoSchoolMaking making;
  private final DemoProgress progress;
  private final CurrentSchool school;
  private final boolean enabled;

  DemoSchoolResource(
      DemoSchoolMaking making,
      DemoProgress progress,
      CurrentSchool school,
      @ConfigProperty(name = "dziennik.demo.enabled") boolean enabled) {
    this.making = making;
    this.progress = progress;
    this.school = school;
    this.enabled = enabled;
  }

  @POST
  @Operation(
      operationId = "makeDemoSchool",
      summary =
          "Make the demo school, or go on where it stopped; sets the printed logins' password")
  public DemoSchoolResponse make(@NotNull @Valid DemoSchoolRequest request) {
    enter();
    List<DemoLogin> logins = making.make(request.password());
    return new DemoSchoolResponse(
        "READY",
        DemoIds.SCHOOL,
        logins.stream().map(l -> new DemoLoginResponse(l.login(), l.role(), l.name())).toList());
  }

  @GET
  @Operation(operationId = "getDemoSchool", summary = "How far the demo school is")
  public DemoProgressResponse progress() {
    enter();
    Set<DemoStep> finished = progress.finished();
    int all = DemoStep.values().length;
    String status = finished.isEmpty() ? "NONE" : finished.size() == all ? "READY" : "UNFINISHED";
    return new DemoProgressResponse(
        status, DemoIds.SCHOOL, finished.stream().sorted().map(Enum::name).toList(), all);
  }

  private void enter() {
    if (!enabled) {
      throw Problem.notFound();
    }
    school.enter(DemoIds.SCHOOL);
  }

  @Schema(name = "SynergiaDemoSchoolRequest")
  public record DemoSchoolRequest(@NotNull @Size(min = 8, max = 72) String password) {}

  @Schema(name = "SynergiaDemoLogin")
  public record DemoLoginResponse(String login, String role, String name) {}

  @Schema(name = "SynergiaDemoSchool")
  public record DemoSchoolResponse(String status, UUID schoolId, List<DemoLoginResponse> logins) {}

  @Schema(name = "SynergiaDemoProgress")
  public record DemoProgressResponse(
      String status, UUID schoolId, List<String> finished, int steps) {}
}
