package pl.dziennik.notification.preference;

import io.agroal.api.AgroalDataSource;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import pl.dziennik.notification.register.Accounts;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.support.token.Caller;
import pl.dziennik.support.token.PersonOnly;

/** The caller's own preferences; there are always some. */
@Path("/notifications/v1/preferences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PersonOnly
public class PreferenceResource {
  private final AgroalDataSource dataSource;
  private final PreferenceStore store;
  private final Caller caller;

  PreferenceResource(AgroalDataSource dataSource, PreferenceStore store, Caller caller) {
    this.dataSource = dataSource;
    this.store = store;
    this.caller = caller;
  }

  @GET
  @APIResponseSchema(value = PreferenceMessage.class, responseCode = "200")
  @Operation(
      operationId = "getNotificationPreferences",
      summary = "Ways, categories and quiet hours; the defaults until something is said")
  public Response preferences(@HeaderParam("If-None-Match") @Nullable String ifNoneMatch)
      throws SQLException {
    Preferences p = Transactions.in(dataSource, tx -> store.of(tx, caller.subjectId()));
    return tag(p).equals(ifNoneMatch)
        ? Response.notModified(Long.toString(p.version())).build()
        : answer(p);
  }

  @PUT
  @APIResponseSchema(value = PreferenceMessage.class, responseCode = "200")
  @Operation(
      operationId = "putNotificationPreferences",
      summary = "Replace the preferences that were read (If-Match)")
  public Response replace(
      @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid PreferenceMessage request)
      throws SQLException {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw Problem.preconditionRequired();
    }
    UUID account = caller.subjectId();
    return answer(
        Transactions.in(dataSource, tx -> replace(tx, account, ifMatch.strip(), request)));
  }

  private Preferences replace(
      Connection tx, UUID account, String ifMatch, PreferenceMessage request) throws SQLException {
    Accounts.require(tx, account);
    Preferences read = store.of(tx, account);
    if (!ifMatch.equals(tag(read))) {
      throw Problem.preconditionFailed();
    }
    Preferences wanted = request.toPreferences(read.version() + 1);
    store.put(tx, account, wanted);
    return wanted;
  }

  private static String tag(Preferences p) {
    return "\"" + p.version() + "\"";
  }

  private static Response answer(Preferences p) {
    return Response.ok(PreferenceMessage.of(p)).tag(Long.toString(p.version())).build();
  }
}
