package pl.dziennik.account.own;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import pl.dziennik.support.token.Caller;
import pl.dziennik.support.token.PersonOnly;

/** The caller's own account. */
@Path("/accounts/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@PersonOnly
public class MeResource {
  private final AgroalDataSource dataSource;
  private final AccountChanging changing;
  private final Caller caller;

  MeResource(AgroalDataSource dataSource, AccountChanging changing, Caller caller) {
    this.dataSource = dataSource;
    this.changing = changing;
    this.caller = caller;
  }

  @GET
  @APIResponseSchema(value = AccountResponse.class, responseCode = "200")
  @Operation(operationId = "getAccount", summary = "My account")
  public Response me(@Context Request request) throws SQLException {
    Account account = own();
    return Optional.ofNullable(request.evaluatePreconditions(tag(account)))
        .orElseGet(() -> Response.ok(AccountResponse.of(account)))
        .tag(tag(account))
        .build();
  }

  @PATCH
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @APIResponseSchema(value = AccountResponse.class, responseCode = "200")
  @Operation(operationId = "changeAccount", summary = "Change my language or my parent's address")
  @RequestBody(content = @Content(schema = @Schema(implementation = AccountPatchRequest.class)))
  public Response change(@HeaderParam("If-Match") @Nullable String ifMatch, @NotNull JsonNode body)
      throws SQLException {
    own();
    Account changed =
        changing.change(caller.subjectId(), IfMatch.required(ifMatch), AccountPatch.of(body));
    return Response.ok(AccountResponse.of(changed)).tag(tag(changed)).build();
  }

  /** Whoever has no account learns that first, whatever else is wrong with the request. */
  private Account own() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return Accounts.required(connection, caller.subjectId());
    }
  }

  private static EntityTag tag(Account account) {
    return new EntityTag(Long.toString(account.version()));
  }

  /**
   * @param guardianEmail absent when none is known
   */
  @Schema(name = "AccountMe")
  public record AccountResponse(
      UUID id,
      String email,
      String language,
      String ageBracket,
      String termsVersion,
      @Nullable String guardianEmail) {

    static AccountResponse of(Account a) {
      return new AccountResponse(
          a.id(),
          a.email(),
          a.language(),
          a.ageBracket().name(),
          a.termsVersion(),
          a.guardianEmail().orElse(null));
    }
  }

  /**
   * A merge patch: what is not named stays.
   *
   * @param language {@code pl}, {@code en} or {@code uk}
   * @param guardianEmail only for holders of 13 to 15 years
   */
  @Schema(name = "AccountPatch")
  public record AccountPatchRequest(@Nullable String language, @Nullable String guardianEmail) {}
}
