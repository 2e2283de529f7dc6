package pl.dziennik.account.terms;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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
  @Operation(operationId = "getCurrentTerms", summary = "The terms in force")
  public TermsResponse current() {
    Terms.Version v = terms.current();
    return new TermsResponse(v.version(), v.language(), v.text());
  }

  @Schema(name = "AccountTerms")
  public record TermsResponse(String version, String language, String text) {}
}
