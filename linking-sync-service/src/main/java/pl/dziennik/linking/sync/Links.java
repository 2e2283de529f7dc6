package pl.dziennik.linking.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** The links that the sync works for: ACTIVE and SUSPENDED, locked by id before any scope. */
final class Links {
  private static final String COLUMNS =
      "select id, account_id, school_id, synergia_account_id, version, ticket from links where ";
  private static final String ACTIVE = " and status in ('ACTIVE', 'SUSPENDED')";

  private Links() {}

  /** An active link. */
  record Link(
      UUID id,
      UUID accountId,
      UUID schoolId,
      UUID synergiaAccountId,
      long version,
      String ticket) {}

  static Optional<Link> lock(Connection tx, UUID id) throws SQLException {
    return Statements.list(tx, COLUMNS + "id = ?" + ACTIVE + " for update", Links::link, id)
        .stream()
        .findFirst();
  }

  static List<Link> lockAll(Connection tx, Collection<UUID> ids) throws SQLException {
    return Statements.list(
        tx,
        COLUMNS + "id = any (cast(? as uuid[]))" + ACTIVE + " order by id for update",
        Links::link,
        ids);
  }

  static List<Link> lockOfSchoolAccount(Connection tx, UUID school, UUID account)
      throws SQLException {
    return Statements.list(
        tx,
        COLUMNS + "school_id = ? and synergia_account_id = ?" + ACTIVE + " order by id for update",
        Links::link,
        school,
        account);
  }

  /** False when another link of the account has become active since these were locked. */
  static boolean areAllOfSchoolAccount(Connection tx, UUID school, UUID account, List<Link> locked)
      throws SQLException {
    Set<UUID> known = locked.stream().map(Link::id).collect(Collectors.toSet());
    return known.containsAll(
        Statements.list(
            tx,
            "select id from links where school_id = ? and synergia_account_id = ?" + ACTIVE,
            (Row r) -> r.id(1),
            school,
            account));
  }

  static List<Link> ofSchool(Connection tx, UUID school) throws SQLException {
    return Statements.list(
        tx, COLUMNS + "school_id = ?" + ACTIVE + " order by id", Links::link, school);
  }

  static boolean hasEndedSince(Connection tx, UUID id, Instant at) throws SQLException {
    return !Statements.list(
            tx, "select 1 from links where id = ? and ended_at > ?", (Row r) -> true, id, at)
        .isEmpty();
  }

  /** The link as it is one version later. */
  static Link ended(Link link) {
    return new Link(
        link.id,
        link.accountId,
        link.schoolId,
        link.synergiaAccountId,
        link.version + 1,
        link.ticket);
  }

  static Set<UUID> pupils(Connection tx, UUID link) throws SQLException {
    return new HashSet<>(
        Statements.list(
            tx, "select pupil_id from link_pupils where link_id = ?", (Row r) -> r.id(1), link));
  }

  private static Link link(Row r) throws SQLException {
    return new Link(r.id(1), r.id(2), r.id(3), r.id(4), r.big(5), r.text(6));
  }
}
