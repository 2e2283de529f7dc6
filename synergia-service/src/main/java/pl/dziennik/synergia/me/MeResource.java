package pl.dziennik.synergia.me;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pl.dziennik.synergia.access.AccountKind;
import pl.dziennik.synergia.access.ForAccount;

/** The caller's own account; open before the regulations are accepted. */
@Path("/synergia/v1")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
  private final OwnAccount own;

  MeResource(OwnAccount own) {
    this.own = own;
  }

  @GET
  @Path("/me")
  @ForAccount(beforeRegulations = true)
  @Operation(operationId = "getMe", summary = "Who I am in this school")
  public MeResponse me() {
    return own.read();
  }

  @Schema(name = "SynergiaMe")
  public record MeResponse(
      UUID accountId,
      String login,
      AccountKind kind,
      String firstName,
      String lastName,
      SchoolResponse school,
      List<String> roles,
      List<PupilResponse> pupils,
      boolean regulationsAccepted) {}

  @Schema(name = "SynergiaMySchool")
  public record SchoolResponse(
      UUID id, int code, String name, String town, String reissueContact) {}

  @Schema(name = "SynergiaMyPupil")
  public record PupilResponse(UUID id, String firstName, String lastName, String className) {}
}
