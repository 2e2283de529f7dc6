package pl.dziennik.notification.device;

import io.agroal.api.AgroalDataSource;
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
import pl.dziennik.notification.device.DeviceMessages.DevicePage;
import pl.dziennik.notification.device.DeviceMessages.DeviceRequest;
import pl.dziennik.notification.device.DeviceMessages.DeviceResponse;
import pl.dziennik.notification.device.DeviceMessages.VapidKeyResponse;
import pl.dziennik.notification.device.DeviceRegistration.Registered;
import pl.dziennik.support.idempotency.Idempotent;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.support.token.Caller;
import pl.dziennik.support.token.PersonOnly;

/** The caller's own devices. */
@Path("/notifications/v1/devices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PersonOnly
public class DeviceResource {
  private final AgroalDataSource dataSource;
  private final DeviceRegistration registration;
  private final VapidKeys vapid;
  private final Caller caller;

  DeviceResource(
      AgroalDataSource dataSource,
      DeviceRegistration registration,
      VapidKeys vapid,
      Caller caller) {
    this.dataSource = dataSource;
    this.registration = registration;
    this.vapid = vapid;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "listNotificationDevices", summary = "My devices, oldest first")
  public DevicePage devices() throws SQLException {
    UUID account = caller.subjectId();
    return new DevicePage(
        Transactions.in(dataSource, tx -> Devices.of(tx, account)).stream()
            .map(DeviceResponse::of)
            .toList(),
        "");
  }

  @GET
  @Path("/vapid-key")
  @Operation(
      operationId = "getVapidKey",
      summary = "The applicationServerKey that a browser subscribes with")
  public VapidKeyResponse vapidKey() {
    return new VapidKeyResponse(vapid.publicKey());
  }

  @POST
  @Idempotent
  @APIResponseSchema(value = DeviceResponse.class, responseCode = "201")
  @Operation(
      operationId = "registerNotificationDevice",
      summary = "Register a browser; 200 where only its keys were replaced")
  public Response register(@NotNull @Valid DeviceRequest request) throws SQLException {
    Registered registered =
        registration.register(
            caller.subjectId(),
            new Subscription(
                request.endpoint(),
                PushKeys.parse(request.keys().p256dh(), request.keys().auth()),
                Optional.ofNullable(request.name()).orElse(""),
                caller.issuedAt()));
    return Response.status(registered.isNew() ? 201 : 200)
        .location(URI.create("/notifications/v1/devices/" + registered.device().id()))
        .entity(DeviceResponse.of(registered.device()))
        .build();
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "removeNotificationDevice", summary = "Send nothing there any more")
  public void remove(@PathParam("id") UUID id) throws SQLException {
    UUID account = caller.subjectId();
    if (!Transactions.in(dataSource, tx -> Devices.remove(tx, account, id))) {
      throw Problem.notFound();
    }
  }
}
