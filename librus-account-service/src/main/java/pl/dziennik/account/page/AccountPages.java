package pl.dziennik.account.page;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import pl.dziennik.account.language.Reader;

/**
 * The start page and the pages behind the links, in the reader's language. The token stays in the
 * fragment, so the server sees it only when a person presses the button; scanners and previews
 * change nothing.
 */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@PermitAll
public class AccountPages {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final PageTemplates templates;
  private final String supportAddress;
  private final AppOrigins origins;

  AccountPages(
      PageTemplates templates,
      @ConfigProperty(name = "dziennik.account.support-address") String supportAddress,
      AppOrigins origins) {
    this.templates = templates;
    this.supportAddress = supportAddress;
    this.origins = origins;
  }

  /** Where mails lead that are about nothing in particular: it says which way to go. */
  @GET
  @Operation(hidden = true)
  public Response home(@BeanParam Reader reader) {
    return page("home", reader);
  }

  @GET
  @Path("activate")
  @Operation(hidden = true)
  public Response activate(@BeanParam Reader reader) {
    return page("activate", reader);
  }

  @GET
  @Path("reset-password")
  @Operation(hidden = true)
  public Response resetPassword(@BeanParam Reader reader) {
    return page("reset-password", reader);
  }

  @GET
  @Path("confirm-child")
  @Operation(hidden = true)
  public Response confirmChild(@BeanParam Reader reader) {
    return page("confirm-child", reader);
  }

  @GET
  @Path("confirm-link")
  @Operation(hidden = true)
  public Response confirmLink(@BeanParam Reader reader) {
    return page("confirm-link", reader);
  }

  /** What else the query brings is for the page's script alone; the server takes no part in it. */
  @GET
  @Path("linked")
  @Operation(hidden = true)
  public Response linked(@BeanParam Reader reader) {
    return page("linked", reader);
  }

  private Response page(String name, Reader reader) {
    String html =
        templates
            .of(name, reader.language())
            .data("support", supportAddress)
            .data("origins", origins.asText())
            .render();
    return Response.ok(html)
        .header("Content-Security-Policy", POLICY)
        .header("Referrer-Policy", "no-referrer")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_LANGUAGE, reader.language().code())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }
}
