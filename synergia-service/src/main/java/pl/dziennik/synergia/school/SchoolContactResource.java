package pl.dziennik.synergia.school;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pl.dziennik.support.problem.Problem;

/** For people who cannot sign in: the slip's address carries the school's code. */
@Path("/synergia/v1/school-contacts/{code}")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class SchoolContactResource {
  private final SchoolContacts contacts;

  SchoolContactResource(SchoolContacts contacts) {
    this.contacts = contacts;
  }

  @GET
  @Operation(
      operationId = "getSchoolContact",
      summary = "Where a school issues a new access slip; open to everybody")
  public SchoolContactResponse contact(@PathParam("code") int code) {
    return contacts
        .of(code)
        .map(c -> new SchoolContactResponse(c.name(), c.town(), c.reissueContact()))
        .orElseThrow(Problem::notFound);
  }

  @Schema(name = "SynergiaSchoolContact")
  public record SchoolContactResponse(String name, String town, String reissueContact) {}
}
