package pl.dziennik.notification.inbox;

import io.agroal.api.AgroalDataSource;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pl.dziennik.notification.inbox.Notifications.Notification;
import pl.dziennik.support.paging.Cursors;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.support.token.Caller;
import pl.dziennik.support.token.PersonOnly;

/** The caller's own notifications: that something is new, never what. Free for every account. */
@Path("/notifications/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
@PersonOnly
public class NotificationResource {
  private static final int MAX_PAGE = 200;

  private final AgroalDataSource dataSource;
  private final Caller caller;
  private final Clock clock;
  private final Cursors cursors;

  NotificationResource(
      AgroalDataSource dataSource,
      Caller caller,
      Clock clock,
      @ConfigProperty(name = "dziennik.notification.cursor-key") String cursorKey) {
    this.dataSource = dataSource;
    this.caller = caller;
    this.clock = clock;
    this.cursors = Cursors.ofBase64(cursorKey);
  }

  @GET
  @Operation(operationId = "listNotifications", summary = "My notifications, newest first")
  public NotificationPage list(
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(MAX_PAGE) int limit,
      @QueryParam("cursor") Optional<String> cursor)
      throws SQLException {
    UUID account = caller.subjectId();
    String query = "notifications " + account;
    Optional<UUID> last = cursor.map(c -> UUID.fromString(cursors.verify(query, c)));
    List<Notification> rows =
        Transactions.in(dataSource, tx -> Notifications.page(tx, account, last, limit + 1));
    List<NotificationResponse> items =
        rows.stream().limit(limit).map(NotificationResponse::of).toList();
    String next =
        rows.size() > limit
            ? "/notifications/v1/notifications?limit="
                + limit
                + "&cursor="
                + cursors.sign(query, items.getLast().id().toString())
            : "";
    return new NotificationPage(items, next);
  }

  @POST
  @Path("/{id}/read")
  @Operation(operationId = "readNotification", summary = "Mark as read; may be repeated")
  public void read(@PathParam("id") UUID id) throws SQLException {
    UUID account = caller.subjectId();
    Instant now = clock.instant();
    if (!Transactions.in(dataSource, tx -> Notifications.markRead(tx, account, id, now))) {
      throw Problem.notFound();
    }
  }

  /**
   * @param category what is new; fetched at the family's addresses
   * @param since when it became visible to families
   */
  @Schema(name = "NotificationItem")
  public record NotificationResponse(
      UUID id,
      UUID pupilId,
      String pupilFirstName,
      String category,
      Instant since,
      Instant createdAt,
      boolean read) {
    static NotificationResponse of(Notification n) {
      return new NotificationResponse(
          n.id(),
          n.pupilId(),
          n.pupilFirstName(),
          n.category(),
          n.since(),
          n.createdAt(),
          n.read());
    }
  }

  @Schema(name = "NotificationPage")
  public record NotificationPage(List<NotificationResponse> items, String next) {}
}
