package pl.dziennik.linking.account;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.events.AccountState;
import pl.dziennik.events.Fact;
import pl.dziennik.events.FactJson;
import pl.dziennik.linking.link.PendingLinks;
import pl.dziennik.linking.sync.EndReason;
import pl.dziennik.linking.sync.LinkLife;
import pl.dziennik.support.inbox.Message;
import pl.dziennik.support.inbox.MessageHandler;
import pl.dziennik.support.inbox.UndecodableException;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** Takes account states; a deleted account withdraws every link and begins no other. */
final class AccountFacts implements MessageHandler {

  @Override
  public void handle(Connection tx, Message message) throws UndecodableException, SQLException {
    if (read(message).orElse(null) instanceof AccountState state
        && ConsumerAccounts.apply(tx, state)
        && state.status() == AccountState.Status.DELETED) {
      endAll(tx, state.accountId());
    }
  }

  private static Optional<Fact> read(Message message) throws UndecodableException {
    try {
      return FactJson.read(message.type(), message.payload());
    } catch (IOException e) {
      throw new UndecodableException("not a " + message.type(), e);
    }
  }

  private static void endAll(Connection tx, UUID account) throws SQLException {
    PendingLinks.cancelAll(tx, account);
    LinkLife.endAll(
        tx,
        Statements.list(
            tx,
            "select id from links where account_id = ? and status in ('ACTIVE', 'SUSPENDED')",
            (Row r) -> r.id(1),
            account),
        EndReason.ACCOUNT_DELETED);
  }
}
