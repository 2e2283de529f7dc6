package pl.dziennik.linking.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import pl.dziennik.events.AccountState;
import pl.dziennik.events.Fact;
import pl.dziennik.events.FactJson;
import pl.dziennik.linking.link.PendingLinks;
import pl.dziennik.linking.sync.EndReason;
import pl.dziennik.linking.sync.LinkLife;
import pl.dziennik.support.inbox.FactHandler;
import pl.dziennik.support.inbox.MessageHandler;
import pl.dziennik.support.inbox.ParkedKeys;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** Takes account states; a deleted account withdraws every link and begins no other. */
final class AccountFacts {
  private AccountFacts() {}

  static MessageHandler handler() {
    return new FactHandler<>(FactJson::read, AccountFacts::take, AccountFacts::isEnd);
  }

  private static void take(Connection tx, Fact fact) throws SQLException {
    if (fact instanceof AccountState state && ConsumerAccounts.apply(tx, state) && isEnd(state)) {
      endAll(tx, state.accountId());
      ParkedKeys.forget(tx, state.accountId().toString());
    }
  }

  private static boolean isEnd(Fact fact) {
    return fact instanceof AccountState state && state.status() == AccountState.Status.DELETED;
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
