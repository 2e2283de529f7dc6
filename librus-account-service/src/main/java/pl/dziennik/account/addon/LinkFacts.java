package pl.dziennik.account.addon;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import pl.dziennik.events.Fact;
import pl.dziennik.events.FactJson;
import pl.dziennik.events.LinkState;
import pl.dziennik.support.inbox.FactHandler;
import pl.dziennik.support.inbox.MessageHandler;
import pl.dziennik.support.inbox.ParkedKeys;

/** Takes link states from linking-sync's facts; the other kinds are not for us. */
final class LinkFacts {
  private final LinkedPupils pupils;
  private final Clock clock;

  LinkFacts(LinkedPupils pupils, Clock clock) {
    this.pupils = pupils;
    this.clock = clock;
  }

  MessageHandler handler() {
    return new FactHandler<>(FactJson::read, this::take, LinkFacts::isEnd);
  }

  private void take(Connection tx, Fact fact) throws SQLException {
    if (fact instanceof LinkState state) {
      pupils.apply(tx, state, clock.instant());
      if (isEnd(state)) {
        ParkedKeys.forget(tx, state.accountId().toString(), state.linkId());
      }
    }
  }

  private static boolean isEnd(Fact fact) {
    return fact instanceof LinkState state && state.status() == LinkState.Status.ENDED;
  }
}
