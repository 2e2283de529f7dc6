package pl.dziennik.account.addon;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import pl.dziennik.account.fact.AccountFacts;
import pl.dziennik.events.EntitlementState;
import pl.dziennik.events.EntitlementState.Product;
import pl.dziennik.events.EntitlementState.Source;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/**
 * What accounts are entitled to. Every change tells the other services the account's whole list, in
 * the same transaction.
 */
public final class Entitlements {
  private static final String SELECT =
      """
      select id, product, pupil_id, valid_from, until, source
      from entitlements where account_id = ? order by valid_from, id
      """;
  private static final String INSERT =
      """
      insert into entitlements
        (id, account_id, product, pupil_id, pupil_hash, valid_from, until, source)
      values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
      """;
  private static final String LOCK_HOLDERS =
      """
      select id from accounts where id in (
        select account_id from entitlements
        where pupil_hash in (select decode(hash, 'hex') from unnest(?::text[]) as hash))
      order by id for update
      """;
  private static final String FORGET =
      "update entitlements set pupil_id = null where pupil_id = ? returning account_id";
  private static final String RECOGNISE =
      """
      update entitlements set pupil_id = ?
      where pupil_hash = ? and pupil_id is null and until > ? returning account_id
      """;
  private static final String NEXT_VERSION =
      """
      update accounts set entitlements_version = entitlements_version + 1
      where id = ? returning entitlements_version
      """;

  private Entitlements() {}

  public static List<Addon> of(Connection connection, UUID account) throws SQLException {
    return Statements.list(connection, SELECT, Entitlements::addon, account);
  }

  /**
   * @return false when the account had its trial before; nothing has changed then
   */
  static boolean add(Connection tx, UUID account, Addon addon, byte[] pupilHash)
      throws SQLException {
    int added =
        Statements.update(
            tx,
            INSERT,
            addon.id(),
            account,
            addon.product(),
            addon.pupilId().orElseThrow(),
            pupilHash,
            addon.from(),
            addon.until(),
            addon.source());
    if (added == 1) {
      tell(tx, account);
    }
    return added == 1;
  }

  /** The account ends, and what it was entitled to with it. */
  public static void end(Connection tx, UUID account) throws SQLException {
    if (Statements.update(tx, "delete from entitlements where account_id = ?", account) > 0) {
      tell(tx, account);
    }
  }

  /**
   * Locks the accounts that these pupils are entitled through, in one order. Whoever changes an
   * account's entitlements has its account first; so no two wait for each other.
   */
  static void lockHolders(Connection tx, List<byte[]> pupilHashes) throws SQLException {
    Statements.list(
        tx,
        LOCK_HOLDERS,
        (Row r) -> r.id(1),
        pupilHashes.stream().map(HexFormat.of()::formatHex).toList());
  }

  /** Nobody has a link to the pupil any more: only the hash stays. */
  static void forget(Connection tx, UUID pupil) throws SQLException {
    tellAll(tx, Statements.list(tx, FORGET, (Row r) -> r.id(1), pupil));
  }

  /** Somebody has a link to the pupil again: what still runs covers the pupil again. */
  static void recognise(Connection tx, UUID pupil, byte[] pupilHash, Instant now)
      throws SQLException {
    tellAll(tx, Statements.list(tx, RECOGNISE, (Row r) -> r.id(1), pupil, pupilHash, now));
  }

  private static void tellAll(Connection tx, List<UUID> accounts) throws SQLException {
    for (UUID account : new TreeSet<>(accounts)) {
      tell(tx, account);
    }
  }

  private static void tell(Connection tx, UUID account) throws SQLException {
    long version = Statements.list(tx, NEXT_VERSION, (Row r) -> r.big(1), account).getFirst();
    AccountFacts.append(
        tx,
        new EntitlementState(
            account, version, of(tx, account).stream().flatMap(Addon::fact).toList()));
  }

  private static Addon addon(Row r) throws SQLException {
    return new Addon(
        r.id(1),
        Product.valueOf(r.text(2)),
        r.optionalId(3),
        r.instant(4),
        r.instant(5),
        Source.valueOf(r.text(6)));
  }
}
