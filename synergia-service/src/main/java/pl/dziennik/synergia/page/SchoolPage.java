package pl.dziennik.synergia.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import pl.dziennik.support.problem.Problem;

/** The address on the access slip, and the public page of a school's regulations. */
@Path("/school")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@PermitAll
public class SchoolPage {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final PublishedRegulations regulations;

  SchoolPage(PublishedRegulations regulations) {
    this.regulations = regulations;
  }

  @CheckedTemplate(basePath = "page")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance school();

    static native TemplateInstance regulations(PublishedRegulations.Text regulations);
  }

  @GET
  @Operation(hidden = true)
  public Response start() {
    return page(Templates.school());
  }

  @GET
  @Path("/{school}/regulations")
  @Operation(hidden = true)
  public Response regulations(@PathParam("school") UUID school) {
    return page(Templates.regulations(regulations.of(school).orElseThrow(Problem::notFound)));
  }

  private static Response page(TemplateInstance template) {
    return Response.ok(template.render())
        .header("Content-Security-Policy", POLICY)
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-store")
        .header("Content-Language", "pl")
        .build();
  }
}
