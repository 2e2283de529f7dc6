package pl.dziennik.account.closing;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import pl.dziennik.account.own.IfMatch;
import pl.dziennik.support.token.Caller;
import pl.dziennik.support.token.PersonOnly;

/** The end of the caller's own account. */
@Path("/accounts/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@PersonOnly
public class ClosingResource {
  private final AccountClosing closing;
  private final Caller caller;

  ClosingResource(AccountClosing closing, Caller caller) {
    this.closing = closing;
    this.caller = caller;
  }

  /** The end needs no {@code If-Match}: leaving must be easy. One that is sent counts. */
  @DELETE
  @APIResponse(responseCode = "204", description = "The account is gone")
  @Operation(operationId = "deleteAccount", summary = "Delete my account and end its links")
  public Response delete(@HeaderParam("If-Match") @Nullable String ifMatch) throws SQLException {
    closing.close(caller.subjectId(), caller.issuedAt(), IfMatch.given(ifMatch));
    return Response.noContent().build();
  }
}
