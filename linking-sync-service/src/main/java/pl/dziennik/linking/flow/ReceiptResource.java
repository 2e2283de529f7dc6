package pl.dziennik.linking.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.agroal.api.AgroalDataSource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pl.dziennik.linking.consent.Consents;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.support.token.Caller;
import pl.dziennik.support.token.PersonOnly;

/** The receipt of a consent: what was agreed to, by whom, and what became of it. */
@Path("/family/v1/links/{id}/receipt")
@Produces(MediaType.APPLICATION_JSON)
@PersonOnly
public class ReceiptResource {
  private final AgroalDataSource dataSource;
  private final Caller caller;

  ReceiptResource(AgroalDataSource dataSource, Caller caller) {
    this.dataSource = dataSource;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "getConsentReceipt", summary = "Receipt of the consent of a link")
  public ReceiptResponse receipt(@PathParam("id") UUID id) throws SQLException {
    UUID account = caller.subjectId();
    return Transactions.in(dataSource, tx -> Consents.ofLink(tx, account, id))
        .map(e -> ReceiptResponse.of(account, e))
        .orElseThrow(Problem::notFound);
  }

  /**
   * @param authorisedBy the guardian's address, for an account holder under 16
   * @param authorisedText the text that the guardian read, when their page said so
   * @param copyErasedAt when the copy was gone, {@code notificationsErasedAt} when its notices were
   */
  @Schema(name = "FamilyConsentReceipt")
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record ReceiptResponse(
      UUID id,
      UUID linkId,
      UUID accountId,
      String accountEmail,
      UUID schoolId,
      String schoolName,
      String synergiaLogin,
      List<UUID> pupilIds,
      Consents.AgreedText text,
      Instant givenAt,
      Optional<String> authorisedBy,
      Optional<Instant> authorisedAt,
      Optional<Consents.AuthorisedText> authorisedText,
      Optional<Instant> endedAt,
      Optional<String> endReason,
      Optional<Instant> copyErasedAt,
      Optional<Instant> notificationsErasedAt) {

    static ReceiptResponse of(UUID account, Consents.Evidence e) {
      return new ReceiptResponse(
          e.id(),
          e.linkId(),
          account,
          e.email(),
          e.school().id(),
          e.school().name(),
          e.school().login(),
          e.school().pupilIds(),
          e.text(),
          e.givenAt(),
          e.authorisation().map(Consents.Authorisation::by),
          e.authorisation().map(Consents.Authorisation::at),
          e.authorisation().flatMap(Consents.Authorisation::read),
          e.ending().map(Consents.Ending::at),
          e.ending().map(Consents.Ending::reason),
          e.ending().flatMap(Consents.Ending::copyErasedAt),
          e.ending().flatMap(Consents.Ending::notificationsErasedAt));
    }
  }
}
