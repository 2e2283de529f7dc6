package pl.dziennik.account.addon;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import pl.dziennik.events.Fact;
import pl.dziennik.events.FactJson;
import pl.dziennik.events.LinkState;
import pl.dziennik.support.inbox.Message;
import pl.dziennik.support.inbox.MessageHandler;
import pl.dziennik.support.inbox.UndecodableException;

/** Takes link states from linking-sync's facts; the other kinds are not for us. */
final class LinkFacts implements MessageHandler {
  private final LinkedPupils pupils;
  private final Clock clock;

  LinkFacts(LinkedPupils pupils, Clock clock) {
    this.pupils = pupils;
    this.clock = clock;
  }

  @Override
  public void handle(Connection tx, Message message) throws UndecodableException, SQLException {
    if (read(message).orElse(null) instanceof LinkState state) {
      pupils.apply(tx, complete(state), clock.instant());
    }
  }

  private static Optional<Fact> read(Message message) throws UndecodableException {
    try {
      return FactJson.read(message.type(), message.payload());
    } catch (IOException e) {
      throw new UndecodableException("no fact of type " + message.type(), e);
    }
  }

  /** A state without its keys would be refused by the tables again and again: it is parked. */
  private static LinkState complete(LinkState state) {
    Objects.requireNonNull(state.accountId(), "accountId");
    Objects.requireNonNull(state.linkId(), "linkId");
    Objects.requireNonNull(state.status(), "status");
    return state;
  }
}
