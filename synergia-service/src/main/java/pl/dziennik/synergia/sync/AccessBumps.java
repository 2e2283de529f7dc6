package pl.dziennik.synergia.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import pl.dziennik.events.document.Audience;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/**
 * Sync rule 2: whoever changes what an account may see bumps its ACCESS document, whether or not
 * anybody has linked it. Call it in the transaction of the change, after the change.
 */
public final class AccessBumps {
  private static final String OF_PUPILS =
      """
      select a.id from school_accounts a
      where a.school_id = ? and (a.person_id = any (cast(? as uuid[])) or a.person_id in (
        select w.guardian_id from guardianships w
        where w.school_id = ? and w.pupil_id = any (cast(? as uuid[]))))
      """;

  private AccessBumps() {}

  /**
   * A class, a guardian or a name of these pupils changed. The pupils' rows are locked first: a
   * guardian entered in another transaction just now is seen, or sees this change.
   */
  public static Instant forPupils(Connection tx, UUID school, Collection<UUID> pupils)
      throws SQLException {
    Statements.list(
        tx,
        "select id from pupils where school_id = ? and id = any (cast(? as uuid[]))"
            + " order by id for no key update",
        (Row r) -> r.id(1),
        school,
        pupils);
    Set<DocumentKey> keys = new TreeSet<>();
    Statements.list(tx, OF_PUPILS, (Row r) -> r.id(1), school, pupils, school, pupils)
        .forEach(account -> keys.add(access(school, account)));
    for (UUID pupil : pupils) {
      keys.add(
          new DocumentKey(school, Audience.pupil(pupil), Category.PROFILE, DocumentKey.NO_PERIOD));
    }
    return DocumentBumps.bump(tx, keys);
  }

  /** These accounts were enabled or disabled, made or removed. */
  public static Instant forAccounts(Connection tx, UUID school, Collection<UUID> accounts)
      throws SQLException {
    return DocumentBumps.bump(tx, accounts.stream().map(a -> access(school, a)).toList());
  }

  /** The school's sharing policy changed. */
  public static Instant forWholeSchool(Connection tx, UUID school) throws SQLException {
    return forAccounts(
        tx,
        school,
        Statements.list(
            tx,
            "select id from school_accounts where school_id = ? and kind <> 'STAFF'",
            (Row r) -> r.id(1),
            school));
  }

  private static DocumentKey access(UUID school, UUID account) {
    return new DocumentKey(
        school, Audience.account(account), Category.ACCESS, DocumentKey.NO_PERIOD);
  }
}
