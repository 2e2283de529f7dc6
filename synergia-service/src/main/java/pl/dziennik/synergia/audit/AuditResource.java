package pl.dziennik.synergia.audit;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pl.dziennik.support.paging.Cursors;
import pl.dziennik.synergia.access.ForAccount;
import pl.dziennik.synergia.access.StaffRole;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/** The history of changes and their authors, for the administrator and the head. */
@Path("/synergia/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@ForAccount(roles = {StaffRole.ADMINISTRATOR, StaffRole.HEAD})
public class AuditResource {
  private static final int MAX_PAGE = 200;

  private final AuditTrail trail;
  private final CurrentSchool school;
  private final Cursors cursors;

  AuditResource(
      AuditTrail trail,
      CurrentSchool school,
      @ConfigProperty(name = "dziennik.synergia.cursor-key") String cursorKey) {
    this.trail = trail;
    this.school = school;
    this.cursors = Cursors.ofBase64(cursorKey);
  }

  @GET
  @Transactional
  @Operation(operationId = "listAudit", summary = "Changes, newest first")
  public AuditPage list(
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(MAX_PAGE) int limit,
      @QueryParam("cursor") Optional<String> cursor) {
    String query = "audit " + school.id();
    Optional<UUID> last = cursor.map(c -> UUID.fromString(cursors.verify(query, c)));
    List<AuditTrail.Entry> rows = trail.before(last, limit + 1);
    List<AuditEntryResponse> items =
        rows.stream()
            .limit(limit)
            .map(
                e ->
                    new AuditEntryResponse(
                        e.id(),
                        e.at(),
                        e.actor(),
                        e.action(),
                        e.subjectType(),
                        e.subjectId(),
                        e.before().orElse(""),
                        e.after().orElse("")))
            .toList();
    String next =
        rows.size() > limit
            ? "/synergia/v1/audit?limit="
                + limit
                + "&cursor="
                + cursors.sign(query, items.getLast().id().toString())
            : "";
    return new AuditPage(items, next);
  }

  @Schema(name = "SynergiaAuditEntry")
  public record AuditEntryResponse(
      UUID id,
      Instant at,
      String actor,
      String action,
      String subjectType,
      String subjectId,
      String before,
      String after) {}

  @Schema(name = "SynergiaAuditPage")
  public record AuditPage(List<AuditEntryResponse> items, String next) {}
}
