package pl.dziennik.linking.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** Sync rule 20b for one link: what Synergia's list means, decided under the link's lock. */
final class GrantComparison {
  private final SchoolRegisters.GrantList theirs;
  private final Optional<SchoolRegisters.Grant> grant;
  private final Instant lookedAt;
  private final boolean isRestored;

  GrantComparison(
      SchoolRegisters.GrantList theirs,
      SchoolRegisters.@Nullable Grant grant,
      Instant lookedAt,
      boolean isRestored) {
    this.theirs = theirs;
    this.grant = Optional.ofNullable(grant);
    this.lookedAt = lookedAt;
    this.isRestored = isRestored;
  }

  /** A grant that lives there and has no active link here is ended. True when that was needed. */
  static boolean unknownHere(
      Connection tx, UUID school, SchoolRegisters.Grant grant, Instant lookedAt)
      throws SQLException {
    if (!grant.live()
        || Links.lock(tx, grant.linkId()).isPresent()
        || Links.hasEndedSince(tx, grant.linkId(), lookedAt)
        || isWaiting(tx, "ENDED", grant.linkId())) {
      return false;
    }
    RegisterOutbox.ended(tx, school, grant.linkId());
    return true;
  }

  /** True when something had to be repaired. */
  boolean decide(Connection tx, UUID id) throws SQLException {
    Optional<Links.Link> link = Links.lock(tx, id);
    if (link.isEmpty() || activatedAt(tx, id).isAfter(lookedAt)) {
      return false;
    }
    if (grant.isPresent() && isEnded(grant.get())) {
      return LinkLife.end(tx, id, EndReason.ENDED_AT_SCHOOL);
    }
    if (isRestored && hasYounger(tx, link.get())) {
      return LinkLife.end(tx, id, EndReason.SUPERSEDED);
    }
    boolean isConfirmed = grant.filter(g -> g.confirmedEpoch() == theirs.epoch()).isPresent();
    if (isConfirmed || isWaiting(tx, "LIVE", id)) {
      return false;
    }
    RegisterOutbox.live(tx, link.get().schoolId(), id);
    return true;
  }

  private static boolean isEnded(SchoolRegisters.Grant grant) {
    return !grant.live();
  }

  /**
   * Sync rule 21: a younger grant of the same account to the same consumer that this restored
   * database does not know. A link to another account of the school, for another child, is none.
   */
  private boolean hasYounger(Connection tx, Links.Link link) throws SQLException {
    Instant own =
        Statements.list(
                tx,
                "select coalesce(ticket_issued_at, activated_at) from links where id = ?",
                (Row r) -> r.instant(1),
                link.id())
            .getFirst();
    return theirs.grants().stream()
        .filter(g -> !g.linkId().equals(link.id()))
        .filter(g -> g.consumerAccountId().filter(link.accountId()::equals).isPresent())
        .filter(g -> g.accountId().filter(link.synergiaAccountId()::equals).isPresent())
        .anyMatch(g -> g.issuedAt().filter(own::isBefore).isPresent() && isUnknown(tx, g.linkId()));
  }

  private static boolean isUnknown(Connection tx, UUID link) {
    try {
      return Statements.list(tx, "select 1 from links where id = ?", (Row r) -> true, link)
          .isEmpty();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Instant activatedAt(Connection tx, UUID id) throws SQLException {
    return Statements.list(
            tx, "select activated_at from links where id = ?", (Row r) -> r.instant(1), id)
        .getFirst();
  }

  private static boolean isWaiting(Connection tx, String kind, UUID link) throws SQLException {
    return !Statements.list(
            tx,
            "select 1 from register_outbox where kind = ? and link_id = ? limit 1",
            (Row r) -> true,
            kind,
            link)
        .isEmpty();
  }
}
