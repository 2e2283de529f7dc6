package pl.dziennik.linking.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import pl.dziennik.events.document.Generation;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.ServerIdentity;
import pl.dziennik.support.sql.Statements;

/** Sync rule 16: each asking is a new generation; the epoch comes from outside the database. */
public final class Generations {
  private Generations() {}

  static Generation next(Connection tx) throws SQLException {
    return Statements.list(
            tx,
            "select epoch, nextval('generation_numbers') from copy_epoch",
            (Row r) -> new Generation(r.big(1), r.big(2)))
        .getFirst();
  }

  /**
   * Remembers the server that the copy is on.
   *
   * @return true when it was on another one: this database was restored, or failed over
   */
  public static boolean isOnAnotherServer(Connection tx) throws SQLException {
    ServerIdentity now = ServerIdentity.of(tx);
    return Statements.list(
            tx,
            "update copy_epoch set system_identifier = ?, timeline_id = ?"
                + " returning old.system_identifier <> new.system_identifier"
                + " or old.timeline_id <> new.timeline_id",
            (Row r) -> r.flag(1),
            now.systemIdentifier(),
            now.timeline())
        .getFirst();
  }

  /**
   * To be called once after this database was restored, before anything is served or consumed:
   * every school stays quarantined until it has been compared with Synergia.
   *
   * @return the new epoch, greater than any used before
   */
  public static long raiseEpoch(Connection tx, Clock clock) throws SQLException {
    return raiseEpoch(tx, clock, 0);
  }

  /**
   * @param above an epoch that Synergia has heard from us
   */
  static long raiseEpoch(Connection tx, Clock clock, long above) throws SQLException {
    Statements.update(
        tx,
        "update copy_epoch set epoch = greatest(epoch + 1, ? + 1, ?)",
        above,
        clock.instant().getEpochSecond());
    Statements.update(
        tx,
        "insert into school_epochs (school_id, epoch, quarantined)"
            + " select distinct school_id, 0, true from links where school_id is not null"
            + " on conflict do nothing");
    Statements.update(tx, "update school_epochs set quarantined = true");
    return Statements.list(tx, "select epoch from copy_epoch", (Row r) -> r.big(1)).getFirst();
  }
}
