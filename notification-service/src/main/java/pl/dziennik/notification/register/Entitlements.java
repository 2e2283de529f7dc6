package pl.dziennik.notification.register;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import pl.dziennik.events.EntitlementState;
import pl.dziennik.events.EntitlementState.Entitlement;
import pl.dziennik.support.sql.Statements;

/** The register of add-ons: an account's whole list, of the highest version. */
@Singleton
public class Entitlements {
  /**
   * True for a row {@code lp} of {@code link_pupils} whose pupil is covered now, by whichever
   * account; takes the time twice.
   */
  public static final String COVERED =
      """
      exists (select 1 from entitlements e where e.pupil_hash = lp.pupil_hash
        and e.product = 'MOBILE_ADDONS' and e.valid_from <= ? and e.valid_until > ?)
      """;

  private static final String HEAD =
      """
      insert into entitlement_lists (account_id, version) values (?, ?)
      on conflict (account_id) do update set version = excluded.version
        where entitlement_lists.version < excluded.version
      """;
  private static final String INSERT =
      """
      insert into entitlements
        (account_id, id, product, source, pupil_hash, valid_from, valid_until)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  private final PupilHashes hashes;

  Entitlements(PupilHashes hashes) {
    this.hashes = hashes;
  }

  /** Takes the list; nothing for a deleted account or of an older version. */
  public void apply(Connection tx, EntitlementState state) throws SQLException {
    if (!Accounts.enter(tx, state.accountId())
        || Statements.update(tx, HEAD, state.accountId(), state.version()) == 0) {
      return;
    }
    Statements.update(tx, "delete from entitlements where account_id = ?", state.accountId());
    for (Entitlement e : state.entitlements()) {
      Statements.update(
          tx,
          INSERT,
          state.accountId(),
          e.id(),
          e.product(),
          e.source(),
          hashes.of(e.pupilId()),
          e.from(),
          e.until());
    }
  }
}
