package pl.dziennik.linking.flow;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import pl.dziennik.linking.consent.ConsentGiving;
import pl.dziennik.linking.consent.GiveConsent;
import pl.dziennik.linking.flow.LinkMessages.LinkResponse;
import pl.dziennik.support.idempotency.Idempotent;
import pl.dziennik.support.token.Caller;
import pl.dziennik.support.token.PersonOnly;

/** The caller's links, from the first step to the withdrawal. */
@Path("/family/v1/links")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PersonOnly
public class LinkResource {
  private final LinkOpening opening;
  private final SchoolSignIn signIn;
  private final ConsentGiving consenting;
  private final LinkEnding ending;
  private final LinkReading reading;
  private final Caller caller;

  LinkResource(
      LinkOpening opening,
      SchoolSignIn signIn,
      ConsentGiving consenting,
      LinkEnding ending,
      LinkReading reading,
      Caller caller) {
    this.opening = opening;
    this.signIn = signIn;
    this.consenting = consenting;
    this.ending = ending;
    this.reading = reading;
    this.caller = caller;
  }

  @POST
  @Idempotent
  @APIResponseSchema(value = LinkResponse.class, responseCode = "201")
  @Operation(operationId = "beginLink", summary = "Begin to link a school account with mine")
  public Response begin(@NotNull @Valid LinkMessages.LinkRequest request) throws SQLException {
    UUID link = opening.open(caller.subjectId(), request.redirectUri(), request.platform().name());
    return Response.created(URI.create("/family/v1/links/" + link))
        .header("Cache-Control", "no-store")
        .entity(reading.one(caller.subjectId(), link))
        .build();
  }

  @POST
  @Path("/{id}/authorization-result")
  @Operation(
      operationId = "answerSchoolLogin",
      summary = "Hand over what the login at the school came back with")
  public LinkResponse signedIn(
      @PathParam("id") UUID id, @NotNull @Valid LinkMessages.AuthorizationResultRequest request)
      throws SQLException {
    signIn.complete(
        caller.subjectId(),
        id,
        new SchoolSignIn.Answer(request.code(), request.state(), request.iss()));
    return reading.one(caller.subjectId(), id);
  }

  @POST
  @Path("/{id}/consent")
  @Operation(
      operationId = "giveConsent",
      summary = "Consent to the copy; under 16 a guardian is asked as well")
  public LinkResponse consent(
      @PathParam("id") UUID id, @NotNull @Valid LinkMessages.ConsentRequest request)
      throws SQLException {
    consenting.give(
        new GiveConsent(
            caller.subjectId(),
            id,
            request.textId(),
            request.version(),
            Optional.ofNullable(request.sha256()),
            request.accepted(),
            Optional.ofNullable(request.guardianEmail())));
    return reading.one(caller.subjectId(), id);
  }

  @GET
  @Operation(operationId = "listLinks", summary = "My links, those that ended with why")
  public LinkMessages.LinkPage list() throws SQLException {
    return new LinkMessages.LinkPage(reading.all(caller.subjectId()));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getLink", summary = "One of my links")
  public LinkResponse one(@PathParam("id") UUID id) throws SQLException {
    return reading.one(caller.subjectId(), id);
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "endLink",
      summary = "Withdraw the consent and erase the copy, or leave a link that is not active yet")
  public void end(@PathParam("id") UUID id) throws SQLException {
    ending.end(caller.subjectId(), id);
  }
}
