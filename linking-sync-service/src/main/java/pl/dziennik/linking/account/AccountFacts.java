package pl.dziennik.linking.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
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

/**
 * Takes account states. A deleted account withdraws every link and begins no other. An account that
 * was opened on a parent's word ends them too when the address's own mailbox takes it over: whoever
 * reads that mailbox may not be the child.
 */
final class AccountFacts {
  private AccountFacts() {}

  static MessageHandler handler() {
    return new FactHandler<>(FactJson::read, AccountFacts::take, AccountFacts::isEnd);
  }

  private static void take(Connection tx, Fact fact) throws SQLException {
    if (fact instanceof AccountState state) {
      boolean wasVouchedFor = ConsumerAccounts.isVouchedFor(tx, state.accountId());
      if (ConsumerAccounts.apply(tx, state)) {
        effect(tx, state, wasVouchedFor && state.addressVerifiedAt().isAfter(Instant.EPOCH));
      }
    }
  }

  private static void effect(Connection tx, AccountState state, boolean holderChanged)
      throws SQLException {
    if (isEnd(state)) {
      endAll(tx, state.accountId(), EndReason.ACCOUNT_DELETED);
      ParkedKeys.forget(tx, state.accountId().toString());
      Statements.update(
          tx, "delete from idempotency_keys where subject = ?", state.accountId().toString());
    } else if (holderChanged) {
      endAll(tx, state.accountId(), EndReason.HOLDER_CHANGED);
    }
  }

  private static boolean isEnd(Fact fact) {
    return fact instanceof AccountState state && state.status() == AccountState.Status.DELETED;
  }

  private static void endAll(Connection tx, UUID account, EndReason reason) throws SQLException {
    PendingLinks.cancelAll(tx, account, reason);
    LinkLife.endAll(
        tx,
        Statements.list(
            tx,
            "select id from links where account_id = ? and status in ('ACTIVE', 'SUSPENDED')",
            (Row r) -> r.id(1),
            account),
        reason);
  }
}
