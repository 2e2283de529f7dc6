package pl.dziennik.account.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The start page and the pages behind the links. The token stays in the fragment, so the server
 * sees it only when a person presses the button; scanners and previews change nothing.
 */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@PermitAll
public class AccountPages {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final String supportAddress;
  private final AppOrigins origins;

  AccountPages(
      @ConfigProperty(name = "dziennik.account.support-address") String supportAddress,
      AppOrigins origins) {
    this.supportAddress = supportAddress;
    this.origins = origins;
  }

  @CheckedTemplate(basePath = "page")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance home(String support);

    static native TemplateInstance activate(String support);

    static native TemplateInstance resetPassword(String support);

    static native TemplateInstance confirmChild(String support);

    static native TemplateInstance confirmLink(String support);

    static native TemplateInstance linked(String support, String origins);
  }

  /** Where mails lead that are about nothing in particular: it says which way to go. */
  @GET
  @Operation(hidden = true)
  public Response home() {
    return page(Templates.home(supportAddress));
  }

  @GET
  @Path("activate")
  @Operation(hidden = true)
  public Response activate() {
    return page(Templates.activate(supportAddress));
  }

  @GET
  @Path("reset-password")
  @Operation(hidden = true)
  public Response resetPassword() {
    return page(Templates.resetPassword(supportAddress));
  }

  @GET
  @Path("confirm-child")
  @Operation(hidden = true)
  public Response confirmChild() {
    return page(Templates.confirmChild(supportAddress));
  }

  @GET
  @Path("confirm-link")
  @Operation(hidden = true)
  public Response confirmLink() {
    return page(Templates.confirmLink(supportAddress));
  }

  /** What the query brings is for the page's script alone; the server takes no part in it. */
  @GET
  @Path("linked")
  @Operation(hidden = true)
  public Response linked() {
    return page(Templates.linked(supportAddress, origins.asText()));
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
