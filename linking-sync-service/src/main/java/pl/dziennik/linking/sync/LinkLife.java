package pl.dziennik.linking.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import pl.dziennik.events.FactJson;
import pl.dziennik.events.LinkState;
import pl.dziennik.events.Topics;
import pl.dziennik.support.outbox.Outbox;
import pl.dziennik.support.outbox.OutboxMessage;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/**
 * Sync rules 12 and 18: a link becomes ACTIVE, and ends, in one transaction of this database;
 * Synergia hears afterwards.
 */
public final class LinkLife {
  private static final String ACTIVATE =
      """
      update links set status = 'ACTIVE', activated_at = clock_timestamp(), version = version + 1
      where id = ? and status in ('AWAITING_CONSENT', 'AWAITING_GUARDIAN')
      """;
  private static final String END =
      """
      update links set status = 'REVOKED', ended_at = clock_timestamp(), end_reason = ?, login = '',
        version = version + 1
      where id = ?
      """;

  /** The evidence stays, with the end and the time of the erasure, which is this transaction. */
  private static final String CLOSE_EVIDENCE =
      """
      update consents
      set ended_at = clock_timestamp(), end_reason = ?, copy_erased_at = clock_timestamp()
      where link_id = ? and ended_at is null
      """;

  private LinkLife() {}

  /**
   * The consent is given: the link reads from now on.
   *
   * @return false when the link was not waiting for it
   */
  public static boolean activate(Connection tx, UUID id) throws SQLException {
    if (Statements.update(tx, ACTIVATE, id) == 0) {
      return false;
    }
    Links.Link link = Links.lock(tx, id).orElseThrow();
    AccessDocuments.applyStored(tx, link);
    RegisterOutbox.live(tx, link.schoolId(), id);
    emit(tx, link, LinkState.Status.LIVE, pupils(tx, id));
    return true;
  }

  /**
   * Ends an active link and erases what no other active link needs. Needs neither Synergia nor
   * Kafka.
   *
   * @return false when it is not active: it has ended before
   */
  public static boolean end(Connection tx, UUID id, EndReason reason) throws SQLException {
    return endAll(tx, List.of(id), reason) == 1;
  }

  /**
   * Ends several links in one transaction: all of them are locked before the first scope, as
   * everywhere, so that nobody waits crosswise.
   *
   * @return how many were active
   */
  public static int endAll(Connection tx, Collection<UUID> ids, EndReason reason)
      throws SQLException {
    List<Links.Link> links = Links.lockAll(tx, ids);
    LinkNeeds.set(
        tx, links.stream().collect(Collectors.toMap(Links.Link::id, link -> new TreeMap<>())));
    for (Links.Link link : links) {
      Statements.update(tx, "delete from link_pupils where link_id = ?", link.id());
      Statements.update(tx, END, reason, link.id());
      Statements.update(tx, CLOSE_EVIDENCE, reason, link.id());
      RegisterOutbox.ended(tx, link.schoolId(), link.id());
      emit(tx, Links.ended(link), LinkState.Status.ENDED, List.of());
    }
    return links.size();
  }

  private static List<LinkState.LinkedPupil> pupils(Connection tx, UUID link) throws SQLException {
    return Statements.list(
        tx,
        "select pupil_id, first_name from link_pupils where link_id = ? order by pupil_id",
        (Row r) -> new LinkState.LinkedPupil(r.id(1), r.text(2)),
        link);
  }

  private static void emit(
      Connection tx, Links.Link link, LinkState.Status status, List<LinkState.LinkedPupil> pupils)
      throws SQLException {
    LinkState fact = new LinkState(link.accountId(), link.id(), link.version(), status, pupils);
    Outbox.append(
        tx,
        new OutboxMessage(
            Topics.LINKING_FACTS,
            link.accountId().toString(),
            FactJson.typeOf(fact),
            link.id() + "." + link.version(),
            FactJson.write(fact)));
  }
}
