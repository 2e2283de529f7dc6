package pl.dziennik.notification.register;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import pl.dziennik.events.LinkState;
import pl.dziennik.events.LinkState.LinkedPupil;
import pl.dziennik.support.sql.Statements;

/**
 * The register of links, LIVE &lt; ENDED. Its pupils are the only way to anything held about them.
 */
@Singleton
public class Links {
  private static final String LIVE =
      """
      insert into links (id, account_id, version, status) values (?, ?, ?, 'LIVE')
      on conflict (id) do update set version = excluded.version
        where links.status = 'LIVE' and links.version < excluded.version
          and links.account_id = excluded.account_id
      """;
  private static final String DROP_OTHERS =
      "delete from link_pupils where link_id = ? and not (pupil_id = any (?::uuid[]))";
  private static final String PUPIL =
      """
      insert into link_pupils (link_id, pupil_id, first_name, pupil_hash) values (?, ?, ?, ?)
      on conflict (link_id, pupil_id) do update set first_name = excluded.first_name
      """;

  private final PupilHashes hashes;

  Links(PupilHashes hashes) {
    this.hashes = hashes;
  }

  /** Takes a LIVE state; nothing once the link has ended or the account is deleted. */
  public void live(Connection tx, LinkState state) throws SQLException {
    if (!Accounts.enter(tx, state.accountId())
        || Statements.update(tx, LIVE, state.linkId(), state.accountId(), state.version()) == 0) {
      return;
    }
    Statements.update(
        tx,
        DROP_OTHERS,
        state.linkId(),
        state.pupils().stream().map(LinkedPupil::pupilId).toList());
    for (LinkedPupil pupil : state.pupils()) {
      Statements.update(
          tx,
          PUPIL,
          state.linkId(),
          pupil.pupilId(),
          pupil.firstName(),
          hashes.of(pupil.pupilId()));
    }
  }
}
