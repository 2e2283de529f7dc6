package pl.dziennik.linking.export;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import pl.dziennik.support.token.Caller;
import pl.dziennik.support.token.PersonOnly;

/** Everything held about the calling account. */
@Path("/family/v1/me/export")
@Produces(MediaType.APPLICATION_JSON)
@PersonOnly
public class ExportResource {
  private static final String EXAMPLE =
      """
      {"accountId":"0199c0de-0000-7000-8000-0000000000f1","exportedAt":"2026-11-25T09:30:00Z",\
      "account":{"email":"anna@poczta.example"},"copy":{"pupils":[]},"notifications":{}}\
      """;

  private final Exporting exporting;
  private final Caller caller;

  ExportResource(Exporting exporting, Caller caller) {
    this.exporting = exporting;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "exportFamilyData",
      summary = "Everything held about me, as one document",
      description =
          "The account, links with their consents, the copy of the pupils' documents and the"
              + " notifications. It is whole or it is refused.")
  @APIResponse(
      responseCode = "200",
      description = "The document, to be saved as a file",
      content =
          @Content(
              schema = @Schema(type = SchemaType.OBJECT),
              examples = @ExampleObject(name = "export", value = EXAMPLE)))
  @APIResponse(responseCode = "401", description = "`unauthenticated` or `invalid-token`: sign in.")
  @APIResponse(
      responseCode = "503",
      description =
          "`export-incomplete` with `part`: this part cannot be reached; or `restoring`: the copy"
              + " is being compared with the school. See `Retry-After`.")
  public Response export() throws SQLException {
    return Response.ok(exporting.of(caller.subjectId()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"konto-librus-export.json\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
