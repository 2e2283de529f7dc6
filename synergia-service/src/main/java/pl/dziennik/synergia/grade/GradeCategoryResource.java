package pl.dziennik.synergia.grade;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import pl.dziennik.support.idempotency.Idempotent;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.synergia.access.ForAccount;
import pl.dziennik.synergia.access.SignedIn;
import pl.dziennik.synergia.access.StaffRole;

/** Categories of grades: the school's, and each teacher's own. */
@Path("/synergia/v1/grade-categories")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ForAccount(roles = {StaffRole.TEACHER, StaffRole.ADMINISTRATOR, StaffRole.HEAD})
public class GradeCategoryResource {
  private final GradeCategories categories;
  private final CategoryRights rights;
  private final SignedIn signedIn;

  GradeCategoryResource(GradeCategories categories, CategoryRights rights, SignedIn signedIn) {
    this.categories = categories;
    this.rights = rights;
    this.signedIn = signedIn;
  }

  @GET
  @Operation(operationId = "listGradeCategories", summary = "The school's categories and my own")
  public GradeCategoryPage list() {
    return new GradeCategoryPage(
        categories.usableBy(signedIn.personId()).stream()
            .map(
                c ->
                    new GradeCategoryResponse(
                        c.id(), c.name(), c.weight(), c.counted(), c.color(), c.owner().isEmpty()))
            .toList());
  }

  @POST
  @Idempotent
  @Operation(operationId = "addGradeCategory", summary = "Add a category; own unless schoolWide")
  @APIResponseSchema(value = GradeCategoryCreated.class, responseCode = "201")
  public Response add(@NotNull @Valid GradeCategoryRequest r) {
    boolean schoolWide = Boolean.TRUE.equals(r.schoolWide());
    if (schoolWide && !rights.mayKeepTheSchools()) {
      throw Problem.forbidden("forbidden", "The school's categories are the administrator's.");
    }
    UUID id =
        categories.add(
            schoolWide ? Optional.empty() : Optional.of(signedIn.personId()),
            r.name(),
            r.weight(),
            r.counted() == null || r.counted(),
            Optional.ofNullable(r.color()).orElse("#607D8B"));
    return Response.created(URI.create("/synergia/v1/grade-categories/" + id))
        .entity(new GradeCategoryCreated(id))
        .build();
  }

  @Schema(name = "SynergiaGradeCategoryRequest")
  public record GradeCategoryRequest(
      @NotBlank @Size(max = 100) String name,
      @NotNull @Min(0) @Max(100) Integer weight,
      @Nullable Boolean counted,
      @Nullable @Pattern(regexp = "#[0-9A-F]{6}", message = "for example #1E88E5") String color,
      @Nullable Boolean schoolWide) {}

  @Schema(name = "SynergiaGradeCategory")
  public record GradeCategoryResponse(
      UUID id, String name, int weight, boolean counted, String color, boolean schoolWide) {}

  @Schema(name = "SynergiaGradeCategoryPage")
  public record GradeCategoryPage(List<GradeCategoryResponse> items) {}

  @Schema(name = "SynergiaGradeCategoryCreated")
  public record GradeCategoryCreated(UUID id) {}
}
