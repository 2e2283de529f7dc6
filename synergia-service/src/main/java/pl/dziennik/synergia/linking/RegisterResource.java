package pl.dziennik.synergia.linking;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import pl.dziennik.events.document.Audience;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.Scope;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.token.ServiceOnly;
import pl.dziennik.synergia.sync.GrantRegister.Answer;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/** The registers and lists of one school, for linking-sync alone. Never through the gateway. */
@Path("/internal/v1/schools/{school}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ServiceOnly("svc-linking-sync")
public class RegisterResource {
  private final Registers registers;
  private final Comparison comparison;
  private final CurrentSchool current;

  RegisterResource(Registers registers, Comparison comparison, CurrentSchool current) {
    this.registers = registers;
    this.comparison = comparison;
    this.current = current;
  }

  @PUT
  @Path("/grants/{link}")
  @Operation(operationId = "putGrant", summary = "LIVE or ENDED; idempotent, ENDED is final")
  public RegisterMessages.EpochResponse grant(
      @PathParam("school") UUID school,
      @PathParam("link") UUID link,
      @NotNull @Valid RegisterMessages.GrantRequest request) {
    current.enter(school);
    String ticket = Optional.ofNullable(request.ticket()).orElse("");
    Answer answer =
        switch (request.state()) {
          case LIVE -> registers.live(school, link, request.epoch(), ticket);
          case ENDED -> registers.ended(school, link, ticket);
        };
    return switch (answer) {
      case Answer.Taken(long epoch) -> new RegisterMessages.EpochResponse(epoch);
      case Answer.EpochDiffers(long epoch) ->
          throw Problem.of(409, "epoch-differs", "The school is in another epoch.")
              .with("epoch", epoch);
      case Answer.Ended() -> throw Problem.of(409, "grant-ended", "This grant has ended.");
      case Answer.BadTicket() ->
          throw Problem.unprocessable("bad-ticket", "ticket", "Nobody signed in for this link.");
      case Answer.NoSuchSchool() -> throw Problem.notFound();
    };
  }

  @PUT
  @Path("/scopes/{audience}/{category}")
  @Operation(operationId = "putScope", summary = "This scope is needed as this generation")
  public void scope(
      @PathParam("school") UUID school,
      @PathParam("audience") String audience,
      @PathParam("category") Category category,
      @NotNull @Valid RegisterMessages.ScopeRequest request) {
    current.enter(school);
    Scope scope = new Scope(school, audience(audience), category);
    if (!registers.need(scope, request.generation().value(), request.heldPeriods())) {
      throw Problem.notFound();
    }
  }

  @PUT
  @Path("/epoch")
  @Operation(
      operationId = "putEpoch",
      summary = "This database was restored: raise the school's epoch unless that is done")
  public RegisterMessages.EpochResponse epoch(
      @PathParam("school") UUID school, @NotNull @Valid RegisterMessages.RestoredRequest request) {
    current.enter(school);
    return registers.restored(school, request.known(), request.above()).stream()
        .mapToObj(RegisterMessages.EpochResponse::new)
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  @GET
  @Path("/reconciliation/grants")
  @Operation(operationId = "listGrants", summary = "Every grant, with the school's epoch")
  public RegisterMessages.GrantPage grants(@PathParam("school") UUID school) throws SQLException {
    return comparison
        .grants(school)
        .map(RegisterMessages.GrantPage::of)
        .orElseThrow(Problem::notFound);
  }

  @GET
  @Path("/reconciliation/scopes")
  @Operation(operationId = "listScopes", summary = "Every scope asked for, with its generation")
  public List<RegisterMessages.ScopeResponse> scopes(@PathParam("school") UUID school)
      throws SQLException {
    return comparison.scopes(school).stream().map(RegisterMessages.ScopeResponse::of).toList();
  }

  @GET
  @Path("/reconciliation/documents")
  @Operation(operationId = "listDocuments", summary = "Documents of live scopes, with their hashes")
  public List<RegisterMessages.DocumentResponse> documents(@PathParam("school") UUID school)
      throws SQLException {
    return comparison.documents(school).stream()
        .map(RegisterMessages.DocumentResponse::of)
        .toList();
  }

  private static Audience audience(String text) {
    try {
      return Audience.parse(text);
    } catch (IllegalArgumentException e) {
      throw Problem.of(400, "invalid-request", "Not an audience.").field("audience", "TYPE:id");
    }
  }
}
