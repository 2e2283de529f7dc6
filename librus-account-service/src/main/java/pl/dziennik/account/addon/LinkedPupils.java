package pl.dziennik.account.addon;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import pl.dziennik.events.LinkState;
import pl.dziennik.events.LinkState.LinkedPupil;
import pl.dziennik.events.LinkState.Status;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/**
 * Which links cover which pupils, as linking-sync tells it. LIVE &lt; ENDED, which is final; among
 * LIVE the higher version wins.
 */
final class LinkedPupils {
  private static final String UPSERT =
      """
      insert into links (link_id, account_id, version, status) values (?, ?, ?, ?)
      on conflict (link_id) do update
        set account_id = excluded.account_id, version = excluded.version, status = excluded.status
        where links.status = 'LIVE'
          and (excluded.status = 'ENDED' or excluded.version > links.version)
      """;

  private final PupilHash hash;

  LinkedPupils(PupilHash hash) {
    this.hash = hash;
  }

  void apply(Connection tx, LinkState state, Instant now) throws SQLException {
    boolean live = state.status() == Status.LIVE;
    int changed =
        Statements.update(
            tx,
            UPSERT,
            state.linkId(),
            live ? state.accountId() : null,
            state.version(),
            state.status());
    if (changed == 1) {
      replace(tx, state, now);
    }
  }

  private void replace(Connection tx, LinkState state, Instant now) throws SQLException {
    SortedSet<UUID> after = new TreeSet<>();
    state.pupils().stream().map(LinkedPupil::pupilId).forEach(after::add);
    SortedSet<UUID> all = new TreeSet<>(pupilsOf(tx, state.linkId()));
    all.addAll(after);
    takeTurns(tx, all);
    Statements.update(tx, "delete from link_pupils where link_id = ?", state.linkId());
    Statements.update(
        tx,
        "insert into link_pupils (link_id, pupil_id) select ?, unnest(?::uuid[])",
        state.linkId(),
        after);
    for (UUID pupil : all) {
      settle(tx, pupil, now);
    }
  }

  /**
   * After {@link #takeTurns}: makes the entitlements of a pupil agree with whether anybody has a
   * link to them.
   */
  void settle(Connection tx, UUID pupil, Instant now) throws SQLException {
    if (isLinked(tx, pupil)) {
      Entitlements.recognise(tx, pupil, hash.of(pupil), now);
    } else {
      Entitlements.forget(tx, pupil);
    }
  }

  /**
   * Two links of one pupil take turns, or each would think that the other still holds; then the
   * accounts are locked whose entitlements may change.
   */
  void takeTurns(Connection tx, SortedSet<UUID> pupils) throws SQLException {
    for (UUID pupil : pupils) {
      Statements.list(
          tx,
          "select pg_advisory_xact_lock(hashtextextended(?, 0))::text",
          (Row r) -> r.text(1),
          pupil.toString());
    }
    Entitlements.lockHolders(tx, pupils.stream().map(hash::of).toList());
  }

  private static boolean isLinked(Connection tx, UUID pupil) throws SQLException {
    return Statements.list(
            tx,
            "select exists (select 1 from link_pupils where pupil_id = ?)",
            (Row r) -> r.flag(1),
            pupil)
        .getFirst();
  }

  private static List<UUID> pupilsOf(Connection tx, UUID link) throws SQLException {
    return Statements.list(
        tx, "select pupil_id from link_pupils where link_id = ?", (Row r) -> r.id(1), link);
  }
}
