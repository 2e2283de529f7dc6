package pl.dziennik.synergia.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import pl.dziennik.support.idempotency.Idempotent;
import pl.dziennik.synergia.access.ForAccount;
import pl.dziennik.synergia.access.SignedIn;
import pl.dziennik.synergia.access.StaffRole;

/** The administrator issues accounts to a class, prints slips, and records hand-overs. */
@Path("/synergia/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ForAccount(roles = StaffRole.ADMINISTRATOR)
public class AccountResource {
  private final AccountIssuing issuing;
  private final AccountSlips slips;
  private final SlipRegister register;
  private final AccountBatches batches;
  private final SignedIn signedIn;

  AccountResource(
      AccountIssuing issuing,
      AccountSlips slips,
      SlipRegister register,
      AccountBatches batches,
      SignedIn signedIn) {
    this.issuing = issuing;
    this.slips = slips;
    this.register = register;
    this.batches = batches;
    this.signedIn = signedIn;
  }

  @POST
  @Path("/account-batches")
  @Idempotent
  @Operation(operationId = "issueAccounts", summary = "Issue accounts to a class")
  @APIResponseSchema(value = AccountBatches.BatchResponse.class, responseCode = "202")
  public Response issue(@NotNull @Valid AccountBatchRequest request) {
    UUID id = issuing.toClass(request.classId(), signedIn.accountId());
    return Response.accepted(batches.read(id))
        .location(URI.create("/synergia/v1/account-batches/" + id))
        .build();
  }

  @GET
  @Path("/account-batches/{id}")
  @Operation(operationId = "getAccountBatch", summary = "How far a batch is, and its accounts")
  public AccountBatches.BatchResponse batch(@PathParam("id") UUID id) {
    return batches.read(id);
  }

  @POST
  @Path("/account-batches/{id}/slips")
  @Consumes(MediaType.WILDCARD)
  @Produces("application/pdf")
  @Operation(
      operationId = "printBatchSlips",
      summary = "Print the slips of a batch; every account gets a new one-time password")
  public Response batchSlips(@PathParam("id") UUID id) {
    return pdf(slips.printBatch(id));
  }

  @POST
  @Path("/school-accounts/{id}/slip")
  @Consumes(MediaType.WILDCARD)
  @Produces("application/pdf")
  @Operation(
      operationId = "reprintSlip",
      summary = "Print a new slip: a new one-time password, all sessions end")
  public Response slip(@PathParam("id") UUID id) {
    return pdf(slips.print(List.of(id)));
  }

  @POST
  @Path("/school-accounts/{id}/hand-overs")
  @Idempotent
  @Operation(
      operationId = "recordHandOver",
      summary = "Record that the slip was handed over against a signed declaration")
  @APIResponseSchema(value = HandOverResponse.class, responseCode = "201")
  public Response handOver(@PathParam("id") UUID id, @NotNull @Valid HandOverRequest request) {
    UUID record = register.handOver(id, request.declarationSignedOn(), signedIn.accountId());
    return Response.status(201).entity(new HandOverResponse(record)).build();
  }

  private static Response pdf(byte[] bytes) {
    return Response.ok(bytes, "application/pdf")
        .header("Cache-Control", "no-store")
        .header("Content-Disposition", "inline; filename=\"karty-dostepu.pdf\"")
        .build();
  }

  @Schema(name = "SynergiaAccountBatchRequest")
  public record AccountBatchRequest(@NotNull UUID classId) {}

  @Schema(name = "SynergiaHandOverRequest")
  public record HandOverRequest(@NotNull LocalDate declarationSignedOn) {}

  @Schema(name = "SynergiaHandOver")
  public record HandOverResponse(UUID id) {}
}
