package pl.dziennik.account.terms;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import pl.dziennik.account.language.Reader;

/** The terms of the account. */
@Path("/accounts/v1/terms/current")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class TermsResource {
  private final Terms terms;

  TermsResource(Terms terms) {
    this.terms = terms;
  }

  @GET
  @APIResponseSchema(value = TermsResponse.class, responseCode = "200")
  @Operation(
      operationId = "getCurrentTerms",
      summary = "The terms in force, in the language of lang or else of Accept-Language")
  public Response current(@BeanParam Reader reader) {
    Terms.Version v = terms.in(reader.language());
    return Response.ok(new TermsResponse(v.version(), v.language(), v.text()))
        .header(HttpHeaders.CONTENT_LANGUAGE, v.language())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }

  @Schema(name = "AccountTerms")
  public record TermsResponse(String version, String language, String text) {}
}
